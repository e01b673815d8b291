"""Access to the label tables."""
from . import lang_a, lang_b

T = {**lang_a.T, **lang_b.T}
LANGS = tuple(T)


def alts(lng, key):
    return T[lng][key].split("|")


def pick(r, lng, key):
    return r.choice(alts(lng, key))
