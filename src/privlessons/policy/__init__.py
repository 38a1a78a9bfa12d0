"""Privacy policies read by rules that show what they matched: `read_policy`, `label`, `compare_versions`."""

from privlessons.policy.compare import Change, compare_versions
from privlessons.policy.label import Label, label
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
    "label",
    "read_policy",
]
