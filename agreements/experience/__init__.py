"""Erfarenhetsbanken: what closed promises did, how it went and what it cost, asked before one plans (PRO-7, UPP-5)."""
