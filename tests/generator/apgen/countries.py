"""What a supplier's country brings along: currency, tax, addresses, names, bank, formats."""

# code: name, languages, currency, standard and reduced rates, tax name key, dial code
COUNTRY = {
    "DE": ("Deutschland", ["de"], "EUR", ["19", "7"], "+49"),
    "AT": ("Österreich", ["de"], "EUR", ["20", "10", "13"], "+43"),
    "CH": ("Schweiz", ["de", "fr", "it"], "CHF", ["8.1", "2.6"], "+41"),
    "FR": ("France", ["fr"], "EUR", ["20", "10", "5.5"], "+33"),
    "BE": ("België", ["nl", "fr"], "EUR", ["21", "6"], "+32"),
    "LU": ("Luxembourg", ["fr", "de"], "EUR", ["17", "8"], "+352"),
    "ES": ("España", ["es"], "EUR", ["21", "10"], "+34"),
    "IT": ("Italia", ["it"], "EUR", ["22", "10", "4"], "+39"),
    "NL": ("Nederland", ["nl", "en"], "EUR", ["21", "9"], "+31"),
    "PL": ("Polska", ["pl"], "PLN", ["23", "8", "5"], "+48"),
    "PT": ("Portugal", ["pt"], "EUR", ["23", "13", "6"], "+351"),
    "SE": ("Sverige", ["sv", "en"], "SEK", ["25", "12", "6"], "+46"),
    "DK": ("Danmark", ["da"], "DKK", ["25"], "+45"),
    "CZ": ("Česká republika", ["cs"], "CZK", ["21", "12"], "+420"),
    "FI": ("Finland", ["sv", "en"], "EUR", ["25.5", "13.5"], "+358"),
    "GB": ("United Kingdom", ["en"], "GBP", ["20", "5"], "+44"),
    "IE": ("Ireland", ["en"], "EUR", ["23", "13.5"], "+353"),
    "NO": ("Norway", ["en"], "NOK", ["25", "15"], "+47"),
    "US": ("United States", ["en"], "USD", ["8.25"], "+1"),
    "CA": ("Canada", ["en", "fr"], "CAD", ["13"], "+1"),
    "AU": ("Australia", ["en"], "AUD", ["10"], "+61"),
    "IN": ("India", ["en"], "INR", ["18", "12", "5"], "+91"),
    "JP": ("Japan", ["en"], "JPY", ["10", "8"], "+81"),
}
EU = {"DE", "AT", "FR", "BE", "LU", "ES", "IT", "NL", "PL", "PT", "SE", "DK", "CZ", "FI", "IE"}
IBAN_LAND = EU | {"CH", "GB", "NO"}

# Taxes of several parts on one basis: country -> list of (region, [(name, rate)])
SPLIT_TAX = {
    "US": [("CA", [("Sales Tax (Alameda County)", "10.25")]), ("TX", [("Sales Tax", "8.25")]), ("NY", [("Sales tax", "8.875")]),
           ("WA", [("WA Sales Tax", "10.1")]), ("OH", [("State Tax", "5.75"), ("County Tax", "1.75")])],
    "CA": [("ON", [("HST", "13")]), ("BC", [("GST", "5"), ("PST", "7")]), ("AB", [("GST", "5")]), ("NS", [("HST", "14")]),
           ("QC", [("TPS/GST", "5"), ("TVQ/QST", "9.975")])],
    "IN": [("MH", [("CGST", "9"), ("SGST", "9")]), ("KA", [("IGST", "18")]), ("TN", [("CGST", "6"), ("SGST", "6")])],
}

CITIES = {
    "DE": "80331 München|50667 Köln|04109 Leipzig|28195 Bremen|72072 Tübingen|37073 Göttingen|24937 Flensburg",
    "AT": "1070 Wien|8010 Graz|5020 Salzburg|6800 Feldkirch", "CH": "8005 Zürich|3011 Bern|1204 Genève|6900 Lugano|9000 St. Gallen",
    "FR": "69003 Lyon|75011 Paris|31000 Toulouse|67000 Strasbourg|44000 Nantes", "BE": "1000 Brussel|2000 Antwerpen|9000 Gent|4000 Liège",
    "LU": "L-1471 Luxembourg|L-4010 Esch-sur-Alzette", "ES": "28013 Madrid|08010 Barcelona|41001 Sevilla|46002 Valencia|48001 Bilbao",
    "IT": "20121 Milano|10122 Torino|40126 Bologna|50123 Firenze|37121 Verona", "NL": "1012 LM Amsterdam|3511 AX Utrecht|5611 EM Eindhoven|9712 HM Groningen",
    "PL": "00-017 Warszawa|31-007 Kraków|50-062 Wrocław|80-244 Gdańsk|90-361 Łódź", "PT": "1100-148 Lisboa|4000-322 Porto|3000-186 Coimbra",
    "SE": "111 22 Stockholm|411 05 Göteborg|211 19 Malmö|753 20 Uppsala", "DK": "1620 København V|8000 Aarhus C|5000 Odense C",
    "CZ": "110 00 Praha 1|602 00 Brno|301 00 Plzeň|779 00 Olomouc", "FI": "00100 Helsingfors|20100 Åbo|65100 Vasa",
    "GB": "Manchester M4 1HQ|Leeds LS1 4DY|Bristol BS1 6QH|London EC1V 9NR|Glasgow G2 8LU|Norwich NR3 1AB", "IE": "Dublin 2 D02 XK09|Cork T12 W8PK|Galway H91 E2X4",
    "NO": "0150 Oslo|5003 Bergen|7011 Trondheim", "US": "Portland, OR 97205|Austin, TX 78701|Columbus, OH 43215|Oakland, CA 94607|Buffalo, NY 14203|Tacoma, WA 98402",
    "CA": "Toronto, ON M5V 2T6|Vancouver, BC V6B 1A9|Halifax, NS B3J 1P3|Montréal, QC H2Y 1C6|Calgary, AB T2P 0R3",
    "AU": "Melbourne VIC 3000|Brisbane QLD 4000|Hobart TAS 7000|Newcastle NSW 2300", "IN": "Pune 411001, Maharashtra|Bengaluru 560001, Karnataka|Chennai 600002, Tamil Nadu",
    "JP": "Chiyoda-ku, Tokyo 100-0005|Kita-ku, Osaka 530-0001|Naka-ku, Nagoya 460-0003",
}
STREETS = {
    "DE": "Lindenstraße #|Am Alten Hafen #|Gewerbering #|Bahnhofstr. #|Mühlweg #", "AT": "Mariahilfer Gasse #|Am Kanal #|Industriestraße #",
    "CH": "Seestrasse #|Rue du Lac #|Via Nuova #|Hardturmweg #", "FR": "# rue des Tilleuls|#, avenue de la Gare|# bis, quai des Chartreux|# place du Marché",
    "BE": "Kerkstraat #|Rue Haute #|Havenlaan #", "LU": "#, rue de l'Industrie|#, route d'Arlon", "ES": "Calle Mayor, #|Avda. de la Constitución, #|C/ del Olmo #, 2º B|Polígono Industrial Sur, Nave #",
    "IT": "Via Garibaldi, #|Corso Italia #|Viale dei Mille, #|Via dell'Artigianato #", "NL": "Keizersplein #|Industrieweg #|Dorpsstraat #a|Molenkade #",
    "PL": "ul. Długa #|ul. Przemysłowa #/3|al. Niepodległości #", "PT": "Rua das Flores, #|Avenida da Liberdade, # 3º Esq.|Zona Industrial, Lote #",
    "SE": "Storgatan #|Hamngatan # B|Industrivägen #", "DK": "Nørregade #|Havnevej #, 2. tv|Møllevej #", "CZ": "Dlouhá #|Nádražní #/12|Průmyslová #",
    "FI": "Storgatan #|Hamngatan # A 4", "GB": "# Mill Lane|Unit #, Riverside Park|# Station Road|# King Street", "IE": "# Harbour Street|Unit #, Westlink Park",
    "NO": "Storgata #|Havnegata #", "US": "# Alder Street, Suite 210|#00 Commerce Blvd|#5 SW Harbor Way|P.O. Box #71", "CA": "# King Street West|#00 rue Sainte-Anne|#1 Granville Road",
    "AU": "# Collins Lane|Level 3, # Queen Street|# Wharf Road", "IN": "#, MG Road|Plot No. #, MIDC Industrial Area|#/2, Anna Street", "JP": "#-4-1 Marunouchi|2-#-8 Umeda",
}
FORMS = {
    "DE": "GmbH|GmbH & Co. KG|AG|e.K.|UG (haftungsbeschränkt)|KG", "AT": "GmbH|KG|OG", "CH": "AG|GmbH|SA|Sàrl", "FR": "SARL|SAS|SA|EURL", "BE": "BV|NV|SRL",
    "LU": "S.à r.l.|S.A.", "ES": "S.L.|S.A.|S.L.U.", "IT": "S.r.l.|S.p.A.|S.n.c.|di @ & C. S.a.s.", "NL": "B.V.|V.O.F.", "PL": "Sp. z o.o.|S.A.|Sp. j.", "PT": "Lda.|S.A.|Unipessoal Lda.",
    "SE": "AB|HB", "DK": "ApS|A/S|I/S", "CZ": "s.r.o.|a.s.", "FI": "Ab|Oy Ab", "GB": "Ltd|Limited|LLP|plc", "IE": "Ltd|DAC", "NO": "AS", "US": "LLC|Inc.|Corp.|Co.",
    "CA": "Inc.|Ltd.", "AU": "Pty Ltd", "IN": "Pvt. Ltd.|Private Limited|LLP", "JP": "K.K.|Co., Ltd.",
}
SURNAMES = {
    "DE": "Brandner|Kesselring|Wiesengrund|Tannhuber|Rübsam|Osterkamp|Vogelsang", "AT": "Hinteregger|Moosbacher|Edlinger", "CH": "Zurbrügg|Aeberli|Montavon|Bernasca",
    "FR": "Beauchêne|Lanvallier|Roquebert|Marchandet|Delorcey", "BE": "Vandermolen|Claessoens|Dewaeghe", "LU": "Wagenaar|Kirchmeyer", "ES": "Robledana|Casamayor|Villarejos|Peñalosa",
    "IT": "Bellandini|Ferrovecchio|Montesarchi|Gavazzoli", "NL": "Van der Weijde|Oosterlaken|Brinkhuizen|De Rooij-Smit", "PL": "Wiśnioch|Zielonkowski|Brzeżański", "PT": "Figueirosa|Albuquerdes|Moreirinha",
    "SE": "Lindqvister|Åkerbloms|Ekströmme", "DK": "Kjærsgård|Mølbæk|Sørvad", "CZ": "Novotníček|Dvořáčik|Říhovský", "FI": "Västerback|Sundholmen", "GB": "Harkness|Pemberley|Wrexford|Thistlewood|Oakden",
    "IE": "O'Fearghal|Kilbrennan", "NO": "Fjellstad|Haugerud", "US": "Blackridge|Summerfield|Maplewood|Ironwood|Cascade Bay", "CA": "Northlake|Birchmount|Laframboise",
    "AU": "Wattlebrook|Kookaburra Bay|Redgum", "IN": "Shreeva|Annapoorni|Vistara Tec", "JP": "Hoshikawa|Midorino|Kazeyama",
}
GIVEN = {
    "de": "Katrin|Jürgen|Sabine|Uwe", "fr": "Hélène|Bastien|Aurélie", "es": "Lucía|Íñigo|Marta", "it": "Giulia|Davide|Chiara", "nl": "Sanne|Joost|Femke", "pl": "Agnieszka|Paweł",
    "pt": "Inês|Rui|Beatriz", "sv": "Åsa|Björn|Linnea", "da": "Søren|Mette", "cs": "Jiří|Tereza", "en": "Emma|Oliver|Priya|Daniel|Grace",
}
# branch words by language, in the order of goods.BRANCHES: office, it, trade (craft), food, parts, energy
BRANCH_WORDS = {
    "en": "Office Supplies|Systems|Building Services|Fine Foods|Components|Energy", "de": "Bürobedarf|Datentechnik|Haustechnik|Feinkost|Industriebedarf|Stadtwerke",
    "fr": "Bureautique|Informatique|Bâtiment|Saveurs|Outillage|Énergies", "es": "Papelería|Sistemas|Instalaciones|Alimentación|Suministros|Energía",
    "it": "Forniture Ufficio|Informatica|Impianti|Alimentari|Ricambi|Energia", "nl": "Kantoorartikelen|Automatisering|Installatietechniek|Delicatessen|Onderdelen|Energie",
    "pl": "Biuro|Systemy|Instalacje|Delikatesy|Części|Energia", "pt": "Material de Escritório|Sistemas|Construções|Alimentar|Peças|Energia",
    "sv": "Kontor|Data|Bygg|Livs|Maskin|Energi", "da": "Kontor|Data|Byg|Delikatesser|Maskiner|Energi", "cs": "Kancelář|Systémy|Instalace|Potraviny|Díly|Energie",
}
BANKS = {
    "DE": "Sparbank Oberland|Volkshaus Bank eG|Nordkredit AG", "AT": "Alpenländische Kassa|Donaubank AG", "CH": "Kantonalkasse Oberwil|Seeland Bank AG", "FR": "Crédit du Midi|Banque Rhône-Loire", "BE": "Scheldebank NV|Banque Mosane",
    "LU": "Banque Moselle S.A.", "ES": "Banco del Ebro|Caja Levantina", "IT": "Banca dell'Adige|Cassa Padana", "NL": "Polderbank N.V.|Waterland Bank", "PL": "Bank Wiślany S.A.|Bank Bałtyk", "PT": "Banco Tejo|Caixa do Norte",
    "SE": "Mälarbanken AB|Skärgårdsbanken", "DK": "Sundbanken A/S|Fjordbank", "CZ": "Vltavská banka|Moravská spořitelna", "FI": "Östersjöbanken Abp", "GB": "Pennine Bank plc|Severn & Co. Bank", "IE": "Bank of Shannon", "NO": "Fjordkysten Sparebank",
    "US": "First Prairie Bank|Columbia Gorge Bank", "CA": "Great Lakes Trust", "AU": "Southern Reef Bank", "IN": "Deccan Union Bank", "JP": "Tokaido Bank",
}
COUNTRY_IN = {  # how a foreign buyer's country is written on an invoice
    "DE": "Germany", "AT": "Austria", "CH": "Switzerland", "FR": "France", "BE": "Belgium", "LU": "Luxembourg", "ES": "Spain", "IT": "Italy", "NL": "Netherlands", "PL": "Poland",
    "PT": "Portugal", "SE": "Sweden", "DK": "Denmark", "CZ": "Czech Republic", "FI": "Finland", "GB": "United Kingdom", "IE": "Ireland", "NO": "Norway", "US": "USA", "CA": "Canada",
    "AU": "Australia", "IN": "India", "JP": "Japan"}
