"""A formula as a line of text: a fraction as (a)/(b), a root as √(a)."""

from __future__ import annotations

from .markup import Node

_LEAVES = {"m:t", "w:t"}
_PROPERTIES = {
    "m:ctrlPr", "m:rPr", "m:fPr", "m:radPr", "m:dPr", "m:naryPr", "m:sSupPr", "m:sSubPr",
    "m:accPr", "m:mPr", "m:eqArrPr", "m:funcPr", "m:barPr", "m:groupChrPr", "m:sSubSupPr", "w:rPr",
}  # fmt: skip


def formula_text(node: Node) -> str:
    """Return a formula in one line, every letter of it once."""
    if node.name in _LEAVES:
        return node.text
    if node.name in _PROPERTIES:
        return ""
    if node.name in {"m:m", "m:eqArr", "m:mr", "m:d"}:
        return _row(node, [formula_text(child) for child in node.children if _is_cell(child)])
    parts = {child.name: formula_text(child) for child in node.children}
    inner = parts.get("m:e", "")
    match node.name:
        case "m:f":
            return f"{_bracketed(parts.get('m:num', ''))}/{_bracketed(parts.get('m:den', ''))}"
        case "m:rad":
            return f"{parts.get('m:deg', '')}√{_bracketed(inner)}"
        case "m:sSup" | "m:sSub" | "m:sSubSup" | "m:sPre":
            return f"{inner}{_limits(parts)}"
        case "m:nary":
            return f"{_character(node, 'm:naryPr', '∫')}{_limits(parts)} {inner}"
        case "m:func":
            return f"{parts.get('m:fName', '')} {inner}"
    return "".join(formula_text(child) for child in node.children)


def _is_cell(node: Node) -> bool:
    return node.name in {"m:e", "m:mr"}


def _row(node: Node, cells: list[str]) -> str:
    match node.name:
        case "m:d":
            opens = _character(node, "m:dPr", "(", "m:begChr")
            return f"{opens}{'; '.join(cells)}{_character(node, 'm:dPr', ')', 'm:endChr')}"
        case "m:m":
            return f"[{'; '.join(cells)}]"
        case "m:mr":
            return ", ".join(cells)
    return "; ".join(cells)


def _limits(parts: dict[str, str]) -> str:
    below = f"_{_bracketed(parts['m:sub'])}" if parts.get("m:sub") else ""
    return below + (f"^{_bracketed(parts['m:sup'])}" if parts.get("m:sup") else "")


def _bracketed(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


def _character(node: Node, properties: str, otherwise: str, name: str = "m:chr") -> str:
    found = node.child(properties)
    character = found.child(name) if found else None
    return otherwise if character is None else character.get("val")
