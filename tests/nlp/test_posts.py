"""Posts are found by their first word, as by trying every phrase."""

from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.phrases import compile_phrases, load_data
from minutes_nlp.nlp.posts import PostKind, post_at

PHRASES = [
    (kind, compile_phrases((phrase,)).regex)
    for kind in PostKind
    for phrase in load_data("names_posts.toml")[kind.value]
]
WORDS = (
    *("phó", "bí", "thư", "chi", "bộ", "trưởng", "thôn", "hiệu", "giám", "đốc", "ủy", "viên"),
    *("đảng", "ban", "công", "an", "xã", "2", ",", "-", "đ/c"),
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@given(TEXTS, st.integers(0, 12))
def test_the_longest_phrase_that_begins_there_is_the_post(text: str, position: int) -> None:
    matches = [(kind, phrase.match(text, position)) for kind, phrase in PHRASES]
    found = [(kind, match[0]) for kind, match in matches if match]
    post = post_at(text, position)
    assert (len(post.text) if post else 0) == max((len(words) for _, words in found), default=0)
    assert post is None or (post.kind, post.text) in found
