"""Sentence -> Attribution: according to whom; quotations, beliefs, demands, claims, denials, and what stands inside what."""

from .find import find_attributions

__all__ = ["find_attributions"]
