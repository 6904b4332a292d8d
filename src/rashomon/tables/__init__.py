"""Knowledge as data: *.csv, one fact a row with its source -> Tables. A user's overlay of the same columns wins row by row."""

from .facts import Tables
from .loader import load_tables

__all__ = ["Tables", "load_tables"]
