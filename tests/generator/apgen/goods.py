"""What fictional firms sell: catalogue by branch, in all languages."""

LANGS = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "cs")
BRANCHES = ("office", "it", "craft", "food", "parts", "energy")
# branch: (unit code, lowest and highest price, tax class 0 standard or 1 reduced, names in the order of LANGS)
CATALOGUE = {
    "office": [
        ("C62", 3, 9, 0, "Copy paper A4 80 g, 500 sheets|Kopierpapier A4 80 g, 500 Blatt|Papier copie A4 80 g, 500 feuilles|Papel A4 80 g, 500 hojas|Carta A4 80 g, 500 fogli|Kopieerpapier A4 80 g, 500 vel|Papier ksero A4 80 g, 500 ark.|Papel A4 80 g, 500 folhas|Kopieringspapper A4 80 g, 500 ark|Kopipapir A4 80 g, 500 ark|Kancelářský papír A4 80 g, 500 listů"),
        ("C62", 40, 160, 0, "Toner cartridge black, high yield|Tonerkartusche schwarz, hohe Reichweite|Cartouche de toner noir, grande capacité|Cartucho de tóner negro, alta capacidad|Toner nero, alta capacità|Tonercartridge zwart, hoge capaciteit|Toner czarny, wysoka wydajność|Toner preto, alta capacidade|Tonerkassett svart, hög kapacitet|Tonerpatron sort, høj kapacitet|Toner černý, vysoká výtěžnost"),
        ("C62", 2, 6, 0, "Lever arch file 80 mm, blue|Ordner breit 80 mm, blau|Classeur à levier 80 mm, bleu|Archivador palanca 80 mm, azul|Registratore a leva 80 mm, blu|Ordner 80 mm, blauw|Segregator 80 mm, niebieski|Pasta de arquivo 80 mm, azul|Gaffelpärm 80 mm, blå|Brevordner 80 mm, blå|Pákový pořadač 80 mm, modrý"),
        ("C62", 120, 480, 0, "Office chair with adjustable armrests and lumbar support|Bürodrehstuhl mit verstellbaren Armlehnen und Lendenstütze|Fauteuil de bureau avec accoudoirs réglables et soutien lombaire|Silla de oficina con reposabrazos ajustables y apoyo lumbar|Sedia da ufficio con braccioli regolabili e supporto lombare|Bureaustoel met verstelbare armleuningen en lendensteun|Fotel biurowy z regulowanymi podłokietnikami i podparciem lędźwi|Cadeira de escritório com braços ajustáveis e apoio lombar|Kontorsstol med justerbara armstöd och svankstöd|Kontorstol med justerbare armlæn og lændestøtte|Kancelářská židle s nastavitelnými područkami a bederní opěrkou"),
        ("C62", 8, 22, 1, "Desk diary, week on two pages|Buchkalender, Woche auf zwei Seiten|Agenda, semaine sur deux pages|Agenda semana vista|Agenda settimanale da tavolo|Bureauagenda, week op twee pagina's|Kalendarz książkowy tygodniowy|Agenda semanal de secretária|Almanacka, vecka per uppslag|Kalender, uge pr. opslag|Diář týdenní stolní"),
        ("XBX", 4, 14, 0, "Envelopes C5 window, box of 500|Briefumschläge C5 mit Fenster, 500 St.|Enveloppes C5 à fenêtre, boîte de 500|Sobres C5 con ventana, caja de 500|Buste C5 con finestra, scatola da 500|Vensterenveloppen C5, doos 500 st.|Koperty C5 z okienkiem, 500 szt.|Envelopes C5 com janela, caixa 500|Fönsterkuvert C5, 500 st|Rudekuverter C5, 500 stk.|Obálky C5 s okénkem, 500 ks"),
        ("C62", 15, 70, 0, "Whiteboard 90 x 60 cm|Whiteboard 90 x 60 cm|Tableau blanc 90 x 60 cm|Pizarra blanca 90 x 60 cm|Lavagna bianca 90 x 60 cm|Whiteboard 90 x 60 cm|Tablica suchościeralna 90 x 60 cm|Quadro branco 90 x 60 cm|Whiteboardtavla 90 x 60 cm|Whiteboardtavle 90 x 60 cm|Bílá tabule 90 x 60 cm"),
    ],
    "it": [
        ("HUR", 75, 160, 0, "Consulting, senior engineer|Beratung Senior Engineer|Conseil, ingénieur senior|Consultoría, ingeniero sénior|Consulenza, ingegnere senior|Advies senior engineer|Konsultacje, starszy inżynier|Consultoria, engenheiro sénior|Konsulttid, senior ingenjör|Rådgivning, senioringeniør|Konzultace, senior inženýr"),
        ("MON", 19, 240, 0, "Managed server, plan L|Managed Server, Tarif L|Serveur infogéré, formule L|Servidor gestionado, plan L|Server gestito, piano L|Beheerde server, pakket L|Serwer zarządzany, plan L|Servidor gerido, plano L|Hanterad server, paket L|Administreret server, plan L|Spravovaný server, tarif L"),
        ("C62", 9, 48, 0, "Software licence per user and month|Softwarelizenz je Nutzer und Monat|Licence logicielle par utilisateur et mois|Licencia de software por usuario y mes|Licenza software per utente e mese|Softwarelicentie per gebruiker per maand|Licencja na użytkownika, miesięczna|Licença de software por utilizador e mês|Programlicens per användare och månad|Softwarelicens pr. bruger og måned|Softwarová licence na uživatele a měsíc"),
        ("DAY", 480, 1100, 0, "Project management on site|Projektleitung vor Ort|Gestion de projet sur site|Gestión de proyecto in situ|Gestione progetto in sede|Projectleiding op locatie|Kierowanie projektem na miejscu|Gestão de projeto no local|Projektledning på plats|Projektledelse på stedet|Vedení projektu na místě"),
        ("C62", 380, 1400, 0, "Notebook 14 inch, 32 GB RAM, 1 TB SSD, docking station included|Notebook 14 Zoll, 32 GB RAM, 1 TB SSD, inkl. Dockingstation|Ordinateur portable 14 pouces, 32 Go, SSD 1 To, station d'accueil incluse|Portátil 14 pulgadas, 32 GB, SSD 1 TB, base incluida|Notebook 14 pollici, 32 GB, SSD 1 TB, docking station inclusa|Laptop 14 inch, 32 GB, SSD 1 TB, inclusief dock|Laptop 14 cali, 32 GB, SSD 1 TB, ze stacją dokującą|Portátil 14 polegadas, 32 GB, SSD 1 TB, com base|Bärbar dator 14 tum, 32 GB, SSD 1 TB, med dockningsstation|Bærbar 14 tommer, 32 GB, SSD 1 TB, inkl. docking|Notebook 14\", 32 GB, SSD 1 TB, včetně dokovací stanice"),
        ("C62", 12, 60, 0, "Domain and certificate, 1 year|Domain und Zertifikat, 1 Jahr|Domaine et certificat, 1 an|Dominio y certificado, 1 año|Dominio e certificato, 1 anno|Domein en certificaat, 1 jaar|Domena i certyfikat, 1 rok|Domínio e certificado, 1 ano|Domän och certifikat, 1 år|Domæne og certifikat, 1 år|Doména a certifikát, 1 rok"),
        ("HUR", 60, 110, 0, "Remote support|Fernwartung|Télémaintenance|Soporte remoto|Assistenza remota|Ondersteuning op afstand|Wsparcie zdalne|Suporte remoto|Fjärrsupport|Fjernsupport|Vzdálená podpora"),
    ],
    "craft": [
        ("HUR", 38, 72, 0, "Fitter's working time|Arbeitszeit Monteur|Main-d'œuvre monteur|Mano de obra oficial|Manodopera installatore|Arbeidsloon monteur|Robocizna monter|Mão de obra técnico|Arbetstid montör|Arbejdstid montør|Práce montéra"),
        ("MTR", 2, 12, 0, "Copper pipe 22 x 1.0 mm|Kupferrohr 22 x 1,0 mm|Tube cuivre 22 x 1,0 mm|Tubo de cobre 22 x 1,0 mm|Tubo rame 22 x 1,0 mm|Koperen buis 22 x 1,0 mm|Rura miedziana 22 x 1,0 mm|Tubo de cobre 22 x 1,0 mm|Kopparrör 22 x 1,0 mm|Kobberrør 22 x 1,0 mm|Měděná trubka 22 x 1,0 mm"),
        ("MTK", 14, 46, 0, "Wall tiles white, laid and grouted|Wandfliesen weiß, verlegt und verfugt|Carrelage mural blanc, posé et jointoyé|Azulejo blanco, colocado y rejuntado|Piastrelle bianche, posa e stuccatura|Wandtegels wit, gezet en gevoegd|Płytki ścienne białe, ułożenie i fugowanie|Azulejo branco, assentado e betumado|Kakel vitt, satt och fogat|Vægfliser hvide, opsat og fuget|Obklad bílý, položení a spárování"),
        ("C62", 90, 420, 0, "Circulation pump 25-60|Umwälzpumpe 25-60|Circulateur 25-60|Bomba de circulación 25-60|Pompa di circolazione 25-60|Circulatiepomp 25-60|Pompa obiegowa 25-60|Bomba de circulação 25-60|Cirkulationspump 25-60|Cirkulationspumpe 25-60|Oběhové čerpadlo 25-60"),
        ("KMT", 1, 2, 0, "Travel costs|Anfahrt|Frais de déplacement|Desplazamiento|Trasferta|Voorrijkosten|Dojazd|Deslocação|Resekostnad|Kørsel|Doprava technika"),
        ("LS", 35, 260, 0, "Disposal of old material, flat rate|Entsorgung Altmaterial, pauschal|Évacuation des gravats, forfait|Retirada de escombros, global|Smaltimento materiale, a corpo|Afvoer oud materiaal, vast bedrag|Utylizacja materiału, ryczałt|Remoção de entulho, valor global|Bortforsling av material, fast pris|Bortskaffelse, fast pris|Likvidace materiálu, paušál"),
        ("C62", 4, 28, 0, "Ball valve 3/4\"|Kugelhahn 3/4\"|Vanne à bille 3/4\"|Llave de esfera 3/4\"|Valvola a sfera 3/4\"|Kogelkraan 3/4\"|Zawór kulowy 3/4\"|Válvula de esfera 3/4\"|Kulventil 3/4\"|Kuglehane 3/4\"|Kulový kohout 3/4\""),
    ],
    "food": [
        ("KGM", 9, 28, 1, "Mountain cheese, matured|Bergkäse, gereift|Fromage de montagne affiné|Queso de montaña curado|Formaggio di malga stagionato|Bergkaas, gerijpt|Ser górski dojrzewający|Queijo da serra curado|Bergsost, lagrad|Bjergost, lagret|Horský sýr zrající"),
        ("C62", 1, 4, 1, "Sourdough bread 1 kg|Sauerteigbrot 1 kg|Pain au levain 1 kg|Pan de masa madre 1 kg|Pane a lievito madre 1 kg|Zuurdesembrood 1 kg|Chleb na zakwasie 1 kg|Pão de fermentação natural 1 kg|Surdegsbröd 1 kg|Surdejsbrød 1 kg|Kváskový chléb 1 kg"),
        ("KGM", 6, 19, 1, "Coffee beans, dark roast|Kaffeebohnen, dunkle Röstung|Café en grains, torréfaction foncée|Café en grano, tueste oscuro|Caffè in grani, tostatura scura|Koffiebonen, donker gebrand|Kawa ziarnista, ciemno palona|Café em grão, torra escura|Kaffebönor, mörkrost|Kaffebønner, mørkristet|Zrnková káva, tmavě pražená"),
        ("XBX", 7, 16, 0, "Mineral water 12 x 0.75 l|Mineralwasser 12 x 0,75 l|Eau minérale 12 x 0,75 l|Agua mineral 12 x 0,75 l|Acqua minerale 12 x 0,75 l|Mineraalwater 12 x 0,75 l|Woda mineralna 12 x 0,75 l|Água mineral 12 x 0,75 l|Mineralvatten 12 x 0,75 l|Mineralvand 12 x 0,75 l|Minerální voda 12 x 0,75 l"),
        ("LTR", 6, 15, 1, "Olive oil extra virgin|Olivenöl nativ extra|Huile d'olive vierge extra|Aceite de oliva virgen extra|Olio extravergine di oliva|Olijfolie extra vierge|Oliwa z oliwek extra virgin|Azeite virgem extra|Olivolja extra jungfru|Ekstra jomfruolivenolie|Olivový olej extra panenský"),
        ("C62", 6, 24, 0, "Red wine 0.75 l, estate bottled|Rotwein 0,75 l, Gutsabfüllung|Vin rouge 0,75 l, mis en bouteille au domaine|Vino tinto 0,75 l, crianza|Vino rosso 0,75 l, imbottigliato all'origine|Rode wijn 0,75 l, domein|Wino czerwone 0,75 l|Vinho tinto 0,75 l, reserva|Rödvin 0,75 l, gårdstappat|Rødvin 0,75 l, slotsaftappet|Červené víno 0,75 l, archivní"),
        ("KGM", 2, 6, 1, "Apples, class I|Äpfel, Klasse I|Pommes, catégorie I|Manzanas, categoría I|Mele, categoria I|Appels, klasse I|Jabłka, klasa I|Maçãs, categoria I|Äpplen, klass I|Æbler, klasse I|Jablka, jakost I"),
    ],
    "parts": [
        ("C62", 0, 2, 0, "Hexagon screw M8 x 40, stainless A2|Sechskantschraube M8 x 40, Edelstahl A2|Vis hexagonale M8 x 40, inox A2|Tornillo hexagonal M8 x 40, inox A2|Vite esagonale M8 x 40, inox A2|Zeskantbout M8 x 40, rvs A2|Śruba sześciokątna M8 x 40, A2|Parafuso sextavado M8 x 40, inox A2|Sexkantskruv M8 x 40, rostfri A2|Sekskantskrue M8 x 40, rustfri A2|Šroub šestihranný M8 x 40, nerez A2"),
        ("C62", 6, 45, 0, "Deep groove ball bearing 6205-2RS|Rillenkugellager 6205-2RS|Roulement à billes 6205-2RS|Rodamiento de bolas 6205-2RS|Cuscinetto a sfere 6205-2RS|Groefkogellager 6205-2RS|Łożysko kulkowe 6205-2RS|Rolamento de esferas 6205-2RS|Spårkullager 6205-2RS|Sporkugleleje 6205-2RS|Kuličkové ložisko 6205-2RS"),
        ("C62", 60, 310, 0, "Proximity switch inductive M12, PNP, normally open, with 2 m cable|Näherungsschalter induktiv M12, PNP, Schließer, mit 2 m Kabel|Détecteur inductif M12, PNP, contact à fermeture, câble 2 m|Detector inductivo M12, PNP, NA, con cable de 2 m|Sensore induttivo M12, PNP, NA, con cavo 2 m|Inductieve sensor M12, PNP, NO, met 2 m kabel|Czujnik indukcyjny M12, PNP, NO, z kablem 2 m|Sensor indutivo M12, PNP, NA, com cabo de 2 m|Induktiv givare M12, PNP, NO, med 2 m kabel|Induktiv føler M12, PNP, NO, med 2 m kabel|Indukční snímač M12, PNP, NO, s kabelem 2 m"),
        ("MTR", 3, 16, 0, "Hydraulic hose DN 10|Hydraulikschlauch DN 10|Flexible hydraulique DN 10|Manguera hidráulica DN 10|Tubo idraulico DN 10|Hydrauliekslang DN 10|Wąż hydrauliczny DN 10|Mangueira hidráulica DN 10|Hydraulslang DN 10|Hydraulikslange DN 10|Hydraulická hadice DN 10"),
        ("PR", 4, 18, 0, "Safety gloves size 10|Schutzhandschuhe Gr. 10|Gants de protection taille 10|Guantes de seguridad talla 10|Guanti di protezione tg. 10|Veiligheidshandschoenen mt 10|Rękawice ochronne rozm. 10|Luvas de proteção tam. 10|Skyddshandskar stl 10|Sikkerhedshandsker str. 10|Ochranné rukavice vel. 10"),
        ("C62", 14, 90, 0, "V-belt SPA 1250|Keilriemen SPA 1250|Courroie trapézoïdale SPA 1250|Correa trapezoidal SPA 1250|Cinghia trapezoidale SPA 1250|V-snaar SPA 1250|Pas klinowy SPA 1250|Correia trapezoidal SPA 1250|Kilrem SPA 1250|Kilerem SPA 1250|Klínový řemen SPA 1250"),
        ("KGM", 5, 20, 0, "Lithium grease|Lithiumfett|Graisse au lithium|Grasa de litio|Grasso al litio|Lithiumvet|Smar litowy|Massa lubrificante de lítio|Litiumfett|Lithiumfedt|Lithiové mazivo"),
    ],
    "energy": [
        ("KWH", 0, 0, 0, "Electricity, working price|Strom, Arbeitspreis|Électricité, consommation|Electricidad, energía consumida|Energia elettrica, quota energia|Elektriciteit, verbruik|Energia elektryczna|Eletricidade, energia ativa|El, förbrukning|El, forbrug|Elektřina, silová složka"),
        ("MON", 8, 22, 0, "Basic charge, meter 4407123|Grundpreis, Zähler 4407123|Abonnement, compteur 4407123|Término fijo, contador 4407123|Quota fissa, contatore 4407123|Vastrecht, meter 4407123|Opłata stała, licznik 4407123|Termo fixo, contador 4407123|Fast avgift, mätare 4407123|Abonnement, måler 4407123|Stálý plat, elektroměr 4407123"),
        ("MTQ", 1, 4, 1, "Drinking water|Trinkwasser|Eau potable|Agua potable|Acqua potabile|Drinkwater|Woda pitna|Água potável|Dricksvatten|Drikkevand|Pitná voda"),
        ("MON", 12, 49, 0, "Fibre connection 500 Mbit/s|Glasfaseranschluss 500 Mbit/s|Accès fibre 500 Mbit/s|Fibra 500 Mbit/s|Connessione fibra 500 Mbit/s|Glasvezel 500 Mbit/s|Łącze światłowodowe 500 Mbit/s|Ligação fibra 500 Mbit/s|Fiberanslutning 500 Mbit/s|Fiberforbindelse 500 Mbit/s|Optické připojení 500 Mbit/s"),
    ],
}
# unit code -> abbreviations in the order of LANGS
UNITS = {
    "C62": "pcs|Stk.|pce|ud.|pz|st.|szt.|un.|st|stk.|ks", "HUR": "hrs|Std.|h|h|h|uur|godz.|h|tim|timer|hod.", "DAY": "days|Tage|j|días|gg|dgn|dni|dias|dgr|dage|dny",
    "MON": "mth|Monat|mois|mes|mese|mnd|mies.|mês|mån|mdr.|měs.", "MTR": "m|m|m|m|m|m|m|m|m|m|m", "MTK": "m²|m²|m²|m²|mq|m²|m²|m²|m²|m²|m²", "KMT": "km|km|km|km|km|km|km|km|km|km|km",
    "LS": "flat|psch.|forf.|global|corpo|post|ryczałt|vg|fast|fast|paušál", "KGM": "kg|kg|kg|kg|kg|kg|kg|kg|kg|kg|kg", "XBX": "box|Karton|ctn|caja|scat.|doos|karton|cx|krt|krt.|kart.",
    "LTR": "l|l|l|l|l|l|l|l|l|l|l", "PR": "pair|Paar|paire|par|paio|paar|para|par|par|par|pár", "KWH": "kWh|kWh|kWh|kWh|kWh|kWh|kWh|kWh|kWh|kWh|kWh", "MTQ": "m³|m³|m³|m³|mc|m³|m³|m³|m³|m³|m³",
}


def name(entry, lang):
    return entry[4].split("|")[LANGS.index(lang)]


def unit(code, lang):
    return UNITS[code].split("|")[LANGS.index(lang)]
