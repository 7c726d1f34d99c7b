"""Documents damaged on purpose, for training and for measuring how much is lost by it."""

from minutes_nlp.learning.damage.base import Damage
from minutes_nlp.learning.damage.registry import DAMAGES, damaged_records
from minutes_nlp.learning.damage.training_copies import training_variants

__all__ = ["DAMAGES", "Damage", "damaged_records", "training_variants"]
