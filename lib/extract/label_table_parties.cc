// Names of parties, their identifiers, contact and bank details, and ordinary words that tell the language.
// Phrases are folded, see labels.h.
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    {Role::seller, "",
     "provozovatel|operated by|betrieben von|betreiber|exploite par|exploitee par|explotado por|gestito da|prowadzone "
     "przez|explorado por|drivs av|drives af|fra|fran|von|verkocht door|verkauft durch|verkauf durch|verkauft "
     "von|vendu par|vendu et expedie par|vendido "
     "por|venduto "
     "da|vendido e enviado por|sprzedawane przez|sald av|salj av|solgt af|selges av|prodava|sold and shipped "
     "by|geleverd door|sprzedajacy|expide|emite|seller|supplier|from|vendor|sold by|issued by|bill "
     "from|verkaufer|lieferant|rechnungssteller|leistungserbringer|rechnungsaussteller|absender|vendeur|fournisseur|"
     "emetteur|prestataire|vendedor|proveedor|emisor|venditore|fornitore|cedente|cedente "
     "prestatore|emittente|mittente|prestatore|"
     "verkoper|leverancier|van|sprzedawca|dostawca|wystawca|fornecedor|emitente|saljare|leverantor|avsandare|saelger|"
     "leverandor|afsender|de|da|od|dodavatel|prodavajici|prodejce|remit to|de la part "
     "de|expediteur|biller|provider|service "
     "provider|remetente|prestador|datos del emisor|datos del proveedor|vendor details|supplier details|our "
     "company|our details|beneficiary|seller details|udsteder|creditor|vystavil|empresa emisora"},
    {Role::buyer, "en",
     "~for|billed|bill recipient|customer billed|invoice addressee|addressed to|billing contact|billing "
     "details|billing "
     "information|customer information|client information|sold to party|payer|ordering party|for the attention "
     "of|invoice addressed to|bill addressed to|charged to|debtor|"
     "bill to|billed to|invoice to|sold to|buyer|customer|client|invoice address|billing address|customer "
     "name|invoiced to|to|bill to party|purchaser|customer address|customer details|client name|client details|buyer "
     "details|attention|account name and address|account of|for account of|consignee billed|recipient|details of "
     "receiver|billed party|details of "
     "recipient|charge to|invoice recipient|received from|m s|messrs|bill to address|customer billing address|credit "
     "to|prepared for|invoice for|buyer bill to|buyer if other than consignee|issued to|invoicee|account holder name "
     "and address"},
    {Role::buyer, "de",
     "rechnungsstellung an|zahlungspflichtiger|leistungsempfangerin|auftraggeberin|kunde kundin|kundendaten|ihre "
     "rechnungsadresse|rechnung fur|adressat|abnehmer|kaufer in|kauferin|leistung fur|fakturiert "
     "an|fakturaempfanger|fakturaadresse|rechnungs adresse|"
     "rechnungsempfanger|kaufer|kunde|rechnungsadresse|rechnung an|auftraggeber|leistungsempfanger|kaufer "
     "leistungsempfanger|rechnungsanschrift|empfanger|besteller|kundenname|an|rechnungsempfaenger|kaeufer|debitor "
     "name|kundenadresse|gutschriftsempfanger|gutschrift an|rechnungsempfanger in|kundin kunde|kundenanschrift|firma"},
    {Role::buyer, "fr",
     "facturation|adresse de facture|client facture|client livre et facture|societe cliente|beneficiaire de la "
     "prestation|adresse a facturer|redevable|maitre d ouvrage|coordonnees du client|donnees client|a l intention "
     "de|compte facture|"
     "facture a|doit|doivent|client|acheteur|destinataire|adresse de facturation|adresse du client|adresser a|facturer "
     "a|a l "
     "attention de|nom du client|facturee a|adresse facturation|adresse client|coordonnees client|factures "
     "a|preneur|avoir a|donneur d ordre|vos coordonnees|pour|nom client|informations client|votre adresse|destinataire "
     "de la facture|acquereur"},
    {Role::buyer, "es",
     "datos de facturacion del cliente|direccion de factura|direccion fiscal del cliente|destinatario de la "
     "factura|cliente facturacion|facturacion a|empresa cliente|huesped|paciente|pagador|a nombre de|cliente final|"
     "facturar a|cliente|comprador|destinatario|datos del cliente|direccion de facturacion|facturado a|datos "
     "cliente|receptor|nombre del cliente|datos de facturacion|cliente datos|sr sres|factura "
     "a|adquirente|facturar|para"},
    {Role::buyer, "it",
     "cessionario committente dati|intestatario fattura|cliente destinatario|destinatario documento|spettle|spett le "
     "ditta|gent mo cliente|gentile cliente|alla cortese attenzione|egregio|dati del cliente|anagrafica "
     "cliente|indirizzo fatturazione|debitore|alla c a|"
     "cliente|spett le|spettabile|destinatario|intestatario|cessionario|acquirente|fatturare a|intestazione|indirizzo "
     "di fatturazione|cessionario committente|committente|fatturato a|destinatario fattura|dati "
     "cliente|spett|intestata a|fattura a|egr sig|spett ditta"},
    {Role::buyer, "nl",
     "factuurgegevens klant|gegevens klant|klant adres|facturatie "
     "aan|facturatiegegevens|betaler|debiteurgegevens|gericht aan|ter attentie van|t n v klant|factuur t a "
     "v|factuurrelatie|gefactureerd|klantadres|cliant|"
     "factuuradres|klant|koper|afnemer|factuur aan|gefactureerd "
     "aan|aan|klantgegevens|geadresseerde|opdrachtgever|factureren aan|factuur voor|klantnaam|t a v|debiteur "
     "naam|ontvanger|factuurontvanger|creditnota aan|facturatieadres"},
    {Role::buyer, "pl",
     "nabywca uslugi|odbiorca uslugi|nabywca platnik|dane do faktury|adres nabywcy|kupujacy nabywca|wystawiono "
     "dla|zleceniodawca|faktura na|nabywca towaru|adres do faktury|obciazony|"
     "nabywca|kupujacy|klient|odbiorca faktury|dane nabywcy|faktura dla|zamawiajacy|platnik|dla|dane klienta|nabywca "
     "odbiorca|kontrahent|adresat"},
    {Role::buyer, "pt",
     "faturacao|dados de faturacao|dados do destinatario|morada fiscal cliente|entidade|nome cliente|fatura emitida "
     "a|emitida a favor de|exmo s|exma sra|ex mo s senhor es|dados de faturamento|cliente faturacao|"
     "cliente|faturar a|destinatario|comprador|exmo sr|exmos srs|exmo s sr s|dados do cliente|faturado "
     "a|adquirente|exmos senhores|morada de faturacao|endereco de faturacao|facturar a|cliente dados|fatura para|nome "
     "do cliente|faturacao a|exmo senhor|fatura a"},
    {Role::buyer, "sv",
     "fakturakund|faktureringskund|betalare|kopare kund|faktura adress|kundens adress|adressat|fakturaadress "
     "kund|bestalld av|fakturerad till|debiteras|"
     "kund|kopare|fakturaadress|fakturamottagare|faktureras till|fakturera "
     "till|till|bestallare|mottagare|kundadress|faktura till|kunduppgifter|faktureringsadress|kundnamn|kreditfaktura "
     "till"},
    {Role::buyer, "da",
     "fakturakunde|betaler|kobers adresse|fakturamodtagers adresse|leveres og faktureres til|kundeadresse|faktura "
     "adresse|ordregiver|bestiller|debiteres|kundens adresse|adressat|"
     "kunde|kober|fakturaadresse|faktura til|faktureres "
     "til|modtager|fakturamodtager|til|faktureringsadresse|kundeoplysninger|debitor|kundenavn|kreditnota til|fakturer "
     "til|rekvirent"},
    {Role::buyer, "cs",
     "odberatel sidlo|fakturacni udaje|fakturacni udaje odberatele|platce|sidlo odberatele|zakaznik "
     "odberatel|odberatel dane|adresat|prijemce faktury|kupujici odberatel|objednavatel|koncovy odberatel|"
     "odberatel|kupujici|zakaznik|fakturacni adresa|prijemce|objednatel|odberatel kupujici|fakturovano|udaje "
     "odberatele|komu|fakturovat na|klient"},
    {Role::delivery_party, "",
     "ship to|deliver to|delivery address|delivered to|shipping address|lieferadresse|lieferanschrift|lieferung "
     "an|warenempfanger|lieferempfanger|adresse de livraison|livrer a|livre a|livraison|direccion de entrega|entregar "
     "a|enviar a|indirizzo di consegna|destinazione|luogo di destinazione|consegna|"
     "afleveradres|leveradres|bezorgadres|verzendadres|adres dostawy|miejsce dostawy|odbiorca|morada de entrega|local "
     "de entrega|local de descarga|leveransadress|levereras till|leveringsadresse|levering til|dodaci adresa|misto "
     "dodani|consignee|site address|leistungsort|lieu de livraison|spedire a|destinazione merce|supply address|"
     "lugar de entrega|leveres til|endereco de entrega|konecny prijemce|ship to address|shipped "
     "to|leverplaats|installation address|lieferort|goods recipient|service address|direccion de "
     "envio|aflevering|entrega|leverans till|details of consignee|shipped to address|entregue a|misto urceni|consignee "
     "ship to|luogo di consegna|warenempfaenger|empfanger der lieferung|destinataire de la livraison|chantier "
     "adresse|consegnare a"},
    {Role::payee, "",
     "payee|zahlungsempfanger|abweichender "
     "zahlungsempfanger|beneficiaire|beneficiario|begunstigde|factoring|betalingsmodtager|betalningsmottagare|prijemce "
     "platby|odbiorca platnosci|zahlungsempfaenger"},
    {Role::name, "",
     "name|nom|nombre|nome|naam|nazwa|namn|navn|nazev|company|company name|firma|firmenname|raison sociale|razon "
     "social|ragione sociale|bedrijfsnaam|denominazione|empresa|foretag|virksomhed|trade name|denominazione "
     "sociale|business name|jmeno|bedrijf|firmanavn|foretagsnamn|nome nome completo|nome firma|legal "
     "name|societe|nombre o razon social|imie i nazwisko|nazwa firmy|nome empresa|entreprise|obchodni firma|societa"},
    {Role::address, "",
     "po box|p o "
     "box|postbox|address|anschrift|adresse|direccion|indirizzo|adres|morada|adress|adresa|street|strasse|domicilio|"
     "endereco|rue|"
     "calle|via|siedziba|sidlo|domicilio fiscal|sede|sede legale|straat|registered office|registered "
     "address|sitz|siege social|siege|ulica|zip city|plz ort|ort|city|town|postcode|post "
     "code|zip|country|land|pays|pais|paese|kraj|zeme|code "
     "postal|ville|cap|citta|plaats|postnummer|ciudad|poblacion|localidade|codigo postal|cp|psc|kod "
     "pocztowy|miasto|mesto|postort|by|postadress|besoksadress"},
    {Role::phone, "",
     "phone|tel|telephone|telefon|telefono|telefoon|telefone|tlf|tel "
     "no|ph|mobile|mobil|movil|cell|handy|telefonnummer|t|tfn|mob|gsm|hotline|phone "
     "no|tfno|tlfno|tel nummer|telefon nr|rufnummer|telefonnummer|telefonszam|telephone no|call "
     "us|telefonnr|telf|portable|fono|phone number|mobiel|komorka|telemovel|contact no|tel nr|tel "
     "fax|cellulare|kundenservice|kundservice|customer service"},
    {Role::fax, "", "fax|telefax|telefaks|fax no|telecopie|faks"},
    {Role::email, "",
     "email|e mail|mail|courriel|correo|posta elettronica|epost|e post|correo electronico|mel|email address|pec|e "
     "mailadres|kontakt|web|www|website|internet|webseite|homepage|site|site web|url|hemsida|sitio web|sito web|strona "
     "www|hjemmeside"},
    {Role::contact, "",
     "contact|contact person|ansprechpartner|ansprechpartnerin|contact commercial|persona de contacto|persona di "
     "contatto|contactpersoon|osoba kontaktowa|kontaktperson|kontaktni osoba|sachbearbeiter|attn|z "
     "hd|geschaftsfuhrer|gerant|managing director|directors|vorstand|handled by|z h|c o|interlocuteur|attention "
     "of|vorsitzender|handlaggare|sagsbehandler|vyrizuje|att|contacto|contatto|contato|referente|opiekun|saljare "
     "kontakt|behandelt door|geschaftsfuhrung|geschaftsfuhrerin|zu handen|issued by name|vystavil "
     "jmeno|wystawil|prepared by|authorised signatory|authorized signatory|podpis"},
    {Role::vat_id, "en",
     "gstin no|vat reg nr|jct registration no|invoice issuer no|t number|registration number jct|qualified invoice "
     "issuer number|vat no|vat number|vat reg no|vat id|vat registration no|vat registration number|vat reg|tax id|tax "
     "reg no|gst no|gst reg no|gst id no|gst id|gst reg|gstin|gst registration no|vat registration|tax registration "
     "number|tax number|vat id no|vat identification number|abn|vat reg number|gst number|sst no|gst hst no|gst hst "
     "reg no|gst hst number|business number|bn|sst reg no|sst id|gst registration number|gstin uin|hst no|tax "
     "identification number|tax id no|tax no|trn|vat regn no|sst registration no|hst reg no|gst hst registration|qst "
     "no|jct no|registration number t|qualified invoice issuer no|gst regn no|gst id number|hst "
     "number|tin|ein|fein|tax registration no|invoice registration number|federal tax id|federal id|vat|gst|gst "
     "hst|qst|registered number"},
    {Role::vat_id, "de",
     "ust idnr|ust id nr|ust id|umsatzsteuer id|umsatzsteuer identifikationsnummer|ustidnr|ust identnr|ust ident "
     "nr|uid nr|uid|uid nummer|mwst nr|mwst nummer|ust id nummer|umsatzsteuer idnr|umsatzsteuer id nr|ustid|ust ld "
     "nr|ust ldnr|umsatzsteuer ident nr|ust nr|mwst id|mehrwertsteuer nr|umsatzsteueridentifikationsnummer|ust "
     "identifikationsnummer|che mwst|ustid nr|umsatzsteuernummer|mwst uid|umsatzsteuer id nummer|umsatzsteuer ident "
     "nummer"},
    {Role::vat_id, "fr",
     "tva intracommunautaire|no tva|numero de tva|no de tva|tva intracom|n tva|tva no|numero tva|no tva "
     "intracommunautaire|tva intra|id tva|n tva intracommunautaire|tva|numero de tva intracommunautaire|no tva "
     "intracom|ide|n de tva|no de tva intracommunautaire|identifiant tva|num tva|no ide|no tva intra|numero tva "
     "intracommunautaire|tva intracommunautaire no|n tva intra"},
    {Role::vat_id, "",
     "pi|pi e cf|cf e pi|p iva e cf|p iva cf|cf p iva|cf e p iva|partita iva e cf|cf partita iva|nif|cif|nif iva|nif "
     "cif|cif nif|n i f|c "
     "i f|nif iva intracomunitario|partita iva|p iva|piva|p i|part iva|p iva c "
     "f|c f p iva|p iva e c f|codice fiscale e partita iva|cf piva|p iva codice fiscale|cod fisc e p iva|partita iva e "
     "codice fiscale|btw nummer|btw nr|btw id|btw identificatienummer|btw|btwnr|nip|numer nip|nr nip|nip ue|vat "
     "ue|contribuinte|n contribuinte|nipc|contrib no|contrib n o|contrib n|contribuinte n|"
     "no contribuinte|numero de contribuinte|contribuinte no|nif no|numero de identificacao fiscal|momsreg "
     "nr|momsregistreringsnummer|moms nr|vat nr|momsnr|se nr|cvr|cvr nr|cvr nummer|cvrnr|dic|ic dph|momsregnr|moms reg "
     "nr|numero iva|iva no|btw nummer klant|vat no se|nif no contribuinte|cvr se nr|iva n|mva|org nr mva|numero iva "
     "intracomunitario|iva intracomunitario|vat number se|dic ic dph|n o contribuinte|momsregistrering|momsreg|btw "
     "be|no contrib|n iva|momsnummer|momsregistreringsnr|ust id vat|vat reg nr|id fiscal|dic cz"},
    {Role::buyer_vat_id, "",
     "customer vat|customer vat no|customer vat number|your vat no|your vat number|your vat id|buyer vat|client "
     "vat|ihre ust idnr|ihre ust id nr|ihre ust id|ust idnr kunde|kunden ust idnr|ust id kunde|ihre uid|uid "
     "kunde|kunden uid|tva client|no tva client|votre tva|votre no tva|votre no de tva|tva acheteur|nif cliente|cif "
     "cliente|su nif|su cif|nif del cliente|p iva cliente|vostra partita iva|"
     "btw nummer klant|uw btw nummer|btw klant|uw btw nr|nip nabywcy|contribuinte cliente|v contribuinte|nif do "
     "cliente|ert vat nr|kundens vat nr|ert momsregnr|kundens cvr|jeres cvr|jeres cvr nr|dic odberatele|vas "
     "dic|customer gstin|buyer gstin|customer tax id|ihre ust identnr|ihre umsatzsteuer id|ihre uid nr|customer vat "
     "id|buyer vat no|buyer vat id|no tva du client|cliente nif|cliente p iva|gstin of buyer|customer gst|kund vat "
     "nr|kundens momsregnr|ust id des kunden|ert momsreg nr|recipient gstin|v no contribuinte|vosso contribuinte|kunde "
     "cvr|ust id nr kunde|buyer tax id|kupujici dic|su nif cif|customer abn|nip klienta|your vat reg|your vat reg "
     "no|your vat registration|your vat registration no|your tax id|nip kupujacego|twoj nip|panstwa nip|vase dic|dic "
     "zakaznika|jeres moms nr|jeres se nr|ert vat|uw btw|uw btw id|your gstin|your abn|v nif|vosso nif|vostra p iva|vs "
     "p iva|vs partita iva|votre tva intracommunautaire|votre no tva intracommunautaire|tva intracommunautaire "
     "client|su nif iva|ihre mwst nr|ihre uid nummer|ert organisationsnummer|buyer vat number|customer gst "
     "no|recipient vat no|dic klienta|nif iva cliente|client vat no|client vat number|your gst no|kontrahent nip|no "
     "tva intracommunautaire client|ust id empfanger|ust idnr empfanger|ust idnr des leistungsempfangers|partita iva "
     "cliente|piva cliente|cliente partita iva|cvr kunde|your tax no|your tax number"},
    {Role::tax_number, "",
     "steuernummer|steuer nr|st nr|stnr|steuernr|steuer nummer|codice fiscale|c f|cod fisc|cf|code fiscal|numero "
     "fiscal|rsin|pan|pan no|bsn|fiscaal nummer|danove cislo|steuernummer finanzamt|fa st nr|tax number steuernummer"},
    {Role::registration, "",
     "siret|siren|siren siret|siret no|no siret|numero siret|no siren|siren no|rcs siren|siret siren|numero siren|"
     "fo nummer|y tunnus|reg imprese|reg mercantil|kbo bce|kbo|company no|company number|company "
     "registration|registration no|reg no|registered number|company reg "
     "no|registered in england|co reg "
     "no|hrb|hra|handelsregister|handelsregisternummer|amtsgericht|registergericht|rcs|r c s|registro "
     "mercantil|rea|kvk|kvk nummer|kvk nr|handelsregister nr|krs|regon|org nr|organisationsnummer|orgnr|ic|ico|co "
     "no|business registration no|brn|company registration no|registre du commerce|firmenbuch|fn|firmenbuchnummer|fb "
     "nr|ondernemingsnummer|rpr|"
     "numero d entreprise|registration number|registered no|roc no|ssm no|cin|acn|iec|ape|naf|code ape|code "
     "naf|capital social|company reg|company registration number|cod reg|matricula|conservatoria|uen|org "
     "nummer|registration|gerichtsstand|organisationsnr|mat crc|ic o|i c|identifikacni cislo|zapsana|c r "
     "c|crc|bce|registro imprese|handelsregister b|kamer van koophandel|sad rejonowy|bdo|bolagets sate|spisova "
     "znacka|ssm|llpin|msic code|msme no|crn"},
    // ---- payment
    {Role::iban, "",
     "iban|iban no|iban nr|iban code|iban number|numero iban|konto iban|bank account|bank account no|rachunek "
     "bankowy|numer konta|numer rachunku|nr konta bankowego|konto bankowe|cuenta bancaria|bankkonto|cislo bankovniho "
     "uctu|bankrekening|rekeningnummer|kontonummer iban|bankkonto iban|coordinate bancarie|conto corrente|cislo uctu "
     "iban|iban konto|nr rachunku bankowego|compte bancaire|numer rachunku bankowego|conto bancario|numero de "
     "cuenta|conta bancaria|konto bankowe iban"},
    {Role::bic, "",
     "bic|swift|swift code|bic swift|swift bic|bic code|bic nr|codigo swift|codice bic|kod swift|bic swift code|bank "
     "identifier code|codigo bic|codice swift|swift kod|bic kod|bic no|kod bic"},
    {Role::account_holder, "",
     "account holder|account name|kontoinhaber|titulaire|titulaire du compte|titular|titular de la cuenta|intestatario "
     "conto|intestato a|ten name van|t n v|rekeninghouder|wlasciciel rachunku|titular da "
     "conta|kontohavare|kontohaver|majitel uctu|beneficiary name|payee name|name of account|a c "
     "name|begunstigter|account title|titulaire compte|kontoindehaver|intestatario del conto|beneficiario "
     "conto|posiadacz rachunku|posiadacz konta|a c holder|titular cuenta|titular conta|tnv|ordine"},
    {Role::bank, "",
     "bank|bank name|bankverbindung|bankdetails|bank details|banque|banco|banca|coordonnees bancaires|datos "
     "bancarios|bankgegevens|dane bankowe|dados bancarios|bankuppgifter|bankoplysninger|bankovni "
     "spojeni|kreditinstitut|banka|bankverbindungen|domiciliation|geldinstitut|bank account details|nom de la "
     "banque|nazwa banku|bankforbindelse|agenzia|filiale banca|entidad|bankgiro|plusgiro|bg|pg|our bank|penezni ustav"},
    {Role::payment_reference, "",
     "payment reference|payment ref|verwendungszweck|zahlungsreferenz|referenznummer|reference de "
     "paiement|communication|referencia de pago|causale|betalingskenmerk|tytul przelewu|tytulem|referencia de "
     "pagamento|ocr|ocr nummer|ocr nr|betalingsreference|betalingsid|variabilni symbol|vs|remittance reference|payment "
     "id|kid|kid nummer|referens|gestructureerde mededeling|mededeling|"
     "communication structuree|referencia multibanco|fik|fi kreditor|kortart|betalings id|concepto de pago|causale di "
     "pagamento|libelle virement|reference virement|betalningsreferens|viitenumero|reference|quote reference|please "
     "quote|bitte angeben|zahlungszweck|causale bonifico|betalingsreferentie|reference a "
     "rappeler|referencia|concepto|ocr referens|reference paiement|betalingsidentifikation|esr referenz|qr "
     "referenz|referenz|ocr betalningsreferens|referencia para pago|reference a indiquer|variabilni s|var "
     "symbol|riferimento pagamento|bei zahlung angeben|when paying please quote|riferimento|referencia de "
     "transferencia|mandatsreferenz betreff|zahlungsreferenz nr|vermeld|var symb|ref paiement|ref de paiement|"
     "reference de virement|virement reference|payment reference no|zahlungsref|zahlungs referenz|referentie "
     "betaling|kenmerk|met vermelding van|onder vermelding van|betaling kenmerk|please quote on payment|quoting|"
     "referencia pago|ref pago|rif pagamento|referencia pagamento|ref pagamento|meddelande|reference number"},
    {Role::terms, "",
     "payment terms|terms|terms of "
     "payment|zahlungsbedingungen|zahlungsbedingung|zahlungskonditionen|konditionen|conditions de paiement|conditions "
     "de reglement|modalites de paiement|condiciones de pago|forma de pago|condizioni di pagamento|pagamento|modalita "
     "di pagamento|termini di pagamento|betalingsvoorwaarden|betalingsconditie|betaaltermijn|betalingstermijn|"
     "warunki platnosci|condicoes de pagamento|prazo de pagamento|betalningsvillkor|betalningsvillkor "
     "dagar|betalingsbetingelser|platebni podminky|platobni podminky|zpusob uhrady podminky|condition de "
     "reglement|payment term|term|zahlungsart und ziel|termes de "
     "paiement|betaalvoorwaarden|betalningstid|vilkar|condizioni|delai de paiement|condiciones|plazo de pago|cond "
     "pagamento|warunki|condicoes|betalningsvillk|credit terms|platebni podminka|conditie|termini|beschreibung "
     "falligkeit teilzahlung|podminky|zahlungsziel|forma i termin platnosci|cond pag|cond pago|tipo pagamento|sposob i "
     "termin platnosci|payment conditions|betalingsvilkar|condition de paiement"},
    {Role::means, "",
     "payment method|method of payment|zahlungsart|zahlungsweise|mode de paiement|mode de reglement|moyen de "
     "paiement|metodo de pago|medio de pago|metodo di pagamento|betaalwijze|betalingswijze|betaalmethode|sposob "
     "zaplaty|forma platnosci|sposob platnosci|metodo de pagamento|forma de "
     "pagamento|betalningssatt|betalingsmetode|betalingsmade|zpusob platby|forma uhrady|zpusob "
     "uhrady|zahlungsmethode|payment type|means of payment|payment mode|reglement|zahlung per|meio de "
     "pagamento|betalingsform|zahlungsmittel|paid via|betalningsmetod|mezzo di pagamento|tender type"},
    // ---- ordinary words, for the language only
    {Role::none, "en",
     "the|and|of|for|with|please|your|thank|you|within|days|is|this|our|are|by|be|all|goods|not|will"},
    {Role::none, "de",
     "der|die|das|und|mit|wir|sie|bitte|innerhalb|tage|tagen|zahlbar|ohne|abzug|ist|fur|vielen|dank|von|auf|nach|unser|"
     "unsere|werden|sind|nicht|stk|einheit"},
    {Role::none, "fr",
     "le|la|les|et|de la|du|des|en|nous|vous|pour|dans|jours|merci|est|sous|par|sur|votre|notre|au|aux|avec|sont"},
    {Role::none, "es", "el|los|las|y|del|en|por|para|con|dias|gracias|su|es|al|nuestra|mediante|una|se"},
    {Role::none, "it", "il|lo|gli|di|e|della|del|per|con|entro|giorni|grazie|vi|alla|dal|nostra|tramite|bonifico|sono"},
    {Role::none, "nl",
     "het|een|en|van de|voor|met|binnen|dagen|wij|uw|bedankt|gelieve|op|onze|graag|aan|zijn|niet|stuks"},
    {Role::none, "pl", "i|w|z|na|do|oraz|dni|prosimy|dziekujemy|przelew|sp|nie|jest|od|po|szt|przelewem|ul"},
    {Role::none, "pt", "o|os|as|e|do|da|dos|em|para|com|dias|obrigado|nao|por|sua|nossa|ao|pela|rua|transferencia"},
    {Role::none, "sv", "och|att|av|med|inom|dagar|tack|vi|er|vid|pa|efter|har|ar|som|for|den|st|betalning|sverige|din"},
    {Role::none, "da",
     "og|at|af|med|inden|dage|tak|vi|ved|efter|er|pa|for|den|stk|jeres|til|som|betaling|danmark|venligst|bedes"},
    {Role::none, "cs", "a|na|za|se|je|do|dnu|dekujeme|prosim|pri|podle|ve|ks|prevodem|dne|s r o|ze|zbozi|vas|platba"},
};

}  // namespace

std::span<const LabelRow> party_labels() { return kRows; }

}  // namespace ap::extract::reading
