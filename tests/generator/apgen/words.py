"""Amounts in words: English, German, French, Spanish, Italian (others: none)."""
EN = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
EN10 = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
DE = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
DE10 = "- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
FR = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split()
FR10 = "- - vingt trente quarante cinquante soixante".split()
ES = "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve".split()
ES10 = "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
ES100 = "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
IT = "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove".split()
IT10 = "- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()


def en(n):
    if n < 20:
        return EN[n]
    if n < 100:
        return EN10[n // 10] + ("-" + EN[n % 10] if n % 10 else "")
    if n < 1000:
        return EN[n // 100] + " hundred" + (" and " + en(n % 100) if n % 100 else "")
    for size, word in ((10**6, "million"), (1000, "thousand")):
        if n >= size:
            return f"{en(n // size)} {word}" + (" " + en(n % size) if n % size else "")


def de(n):
    if n < 20:
        return DE[n]
    if n < 100:
        return (DE[n % 10] + "und" if n % 10 else "") + DE10[n // 10]
    if n < 1000:
        return DE[n // 100] + "hundert" + (de(n % 100) if n % 100 else "")
    if n < 10**6:
        return de(n // 1000) + "tausend" + (de(n % 1000) if n % 1000 else "")
    return ("eine Million " if n < 2 * 10**6 else de(n // 10**6) + " Millionen ") + (de(n % 10**6) if n % 10**6 else "")


def fr(n):
    if n < 20:
        return FR[n]
    if n < 70:
        return FR10[n // 10] + (" et un" if n % 10 == 1 else "-" + FR[n % 10] if n % 10 else "")
    if n < 80:
        return "soixante" + (" et onze" if n == 71 else "-" + FR[n - 60])
    if n < 100:
        return "quatre-vingt" + ("s" if n == 80 else "-" + FR[n - 80])
    if n < 1000:
        return ("" if n < 200 else FR[n // 100] + " ") + "cent" + ("s" if n % 100 == 0 and n > 100 else "") + (" " + fr(n % 100) if n % 100 else "")
    if n < 10**6:
        return ("" if n < 2000 else fr(n // 1000) + " ") + "mille" + (" " + fr(n % 1000) if n % 1000 else "")
    return fr(n // 10**6) + " million" + ("s" if n >= 2 * 10**6 else "") + (" " + fr(n % 10**6) if n % 10**6 else "")


def es(n):
    if n < 30:
        return ES[n]
    if n < 100:
        return ES10[n // 10] + (" y " + ES[n % 10] if n % 10 else "")
    if n == 100:
        return "cien"
    if n < 1000:
        return ES100[n // 100] + (" " + es(n % 100) if n % 100 else "")
    if n < 10**6:
        return ("" if n < 2000 else es(n // 1000) + " ") + "mil" + (" " + es(n % 1000) if n % 1000 else "")
    return ("un millón" if n < 2 * 10**6 else es(n // 10**6) + " millones") + (" " + es(n % 10**6) if n % 10**6 else "")


def it(n):
    if n < 20:
        return IT[n]
    if n < 100:
        t, u = IT10[n // 10], n % 10
        return (t[:-1] if u in (1, 8) else t) + (IT[u] if u else "")
    if n < 1000:
        return ("" if n < 200 else IT[n // 100]) + "cento" + (it(n % 100) if n % 100 else "")
    if n < 10**6:
        return ("mille" if n < 2000 else it(n // 1000) + "mila") + (it(n % 1000) if n % 1000 else "")
    return ("unmilione" if n < 2 * 10**6 else it(n // 10**6) + "milioni") + (it(n % 10**6) if n % 10**6 else "")


UNIT = {"EUR": {"en": "euros", "de": "Euro", "fr": "euros", "es": "euros", "it": "euro"}, "USD": {"en": "dollars"}, "GBP": {"en": "pounds"}, "INR": {"en": "rupees"}}


def amount(x, currency, lang):
    """'one hundred euros and 40/100', or '' for languages without words here."""
    fn = {"en": en, "de": de, "fr": fr, "es": es, "it": it}.get(lang)
    if fn is None:
        return ""
    whole, cents = int(x), int(x * 100) % 100
    unit = UNIT.get(currency, {}).get(lang, currency)
    joint = {"en": "and", "de": "und", "fr": "et", "es": "con", "it": "e"}[lang]
    s = f"{fn(whole)} {unit} {joint} {cents:02d}/100"
    return s if lang == "it" else s[0].upper() + s[1:]
