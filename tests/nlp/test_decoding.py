from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from minutes_nlp.nlp.decoding import Array, posteriors, viterbi

SCORES = st.floats(-5, 5)


def sequence_scores(
    emissions: Array, between: Array, start: Array, end: Array
) -> dict[tuple[int, ...], float]:
    length, labels = emissions.shape
    scores = {}
    for sequence in product(range(labels), repeat=length):
        total = start[sequence[0]] + end[sequence[-1]]
        total += sum(emissions[i, label] for i, label in enumerate(sequence))
        total += sum(between[a, b] for a, b in pairwise(sequence))
        scores[sequence] = float(total)
    return scores


@given(
    arrays(float, (4, 3), elements=SCORES),
    arrays(float, (3, 3), elements=SCORES),
    arrays(float, 3, elements=SCORES),
    arrays(float, 3, elements=SCORES),
)
def test_decoding_equals_enumeration(
    emissions: Array, between: Array, start: Array, end: Array
) -> None:
    scores = sequence_scores(emissions, between, start, end)
    best = tuple(viterbi(emissions, between, start, end))
    assert scores[best] >= max(scores.values()) - 1e-9
    weights = {sequence: np.exp(score) for sequence, score in scores.items()}
    total = sum(weights.values())
    marginals = posteriors(emissions, between, start, end)
    for i, label in product(range(4), range(3)):
        expected = sum(w for sequence, w in weights.items() if sequence[i] == label) / total
        assert np.isclose(marginals[i, label], expected, atol=1e-9)


def test_one_paragraph_needs_no_transition() -> None:
    emissions = np.log(np.array([[0.2, 0.8]]))
    zero = np.zeros(2)
    assert np.allclose(posteriors(emissions, np.zeros((2, 2)), zero, zero), [[0.2, 0.8]])
    assert viterbi(emissions, np.zeros((2, 2)), zero, zero) == [1]
