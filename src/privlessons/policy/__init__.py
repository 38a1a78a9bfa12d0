"""Privacy policies, read by rules that show what they matched."""

from privlessons.policy.compare import Change, compare_versions
from privlessons.policy.labels import Label, label_policy
from privlessons.policy.reading import read_policy
from privlessons.policy.records import CLASSES, Match, Policy, Sentence

__all__ = [
    "CLASSES",
    "Change",
    "Label",
    "Match",
    "Policy",
    "Sentence",
    "compare_versions",
    "label_policy",
    "read_policy",
]
