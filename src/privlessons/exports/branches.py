"""Chats are trees: an edit or a regeneration starts a branch, and the screen shows one branch only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def thread(parents: Mapping[str, str | None], leaf: str | None) -> list[tuple[str, bool]]:
    """Put the nodes of a chat in order, and tell for each whether it was taken back.

    ``parents`` names the parent of each node, in the file's order; ``leaf`` is the last node that the screen
    shows (unknown: the last node without children). What was taken back comes just before what replaced it.
    Circles and missing parents, as in damaged files, end nothing: every node comes out once.
    """
    children: dict[str | None, list[str]] = {}
    for node, parent in parents.items():
        children.setdefault(parent if parent in parents else None, []).append(node)
    if leaf not in parents:
        leaf = next((node for node in reversed(parents) if node not in children), None)
    shown: dict[str, None] = {}
    while leaf in parents and leaf not in shown:
        shown[leaf] = None
        leaf = parents[leaf]
    order: dict[str, None] = {}
    for start in (*_replaced_first(children.get(None, ()), shown), *reversed(shown), *parents):
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node not in order:
                order[node] = None
                waiting += reversed(_replaced_first(children.get(node, ()), shown))
    return [(node, node not in shown) for node in order]


def _replaced_first(nodes: Iterable[str], shown: Mapping[str, None]) -> list[str]:
    return sorted(nodes, key=lambda node: node in shown)
