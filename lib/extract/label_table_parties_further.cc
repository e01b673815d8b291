// Further names of parties and their tax numbers, most of them seldom used. Phrases are folded, see labels.h.
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    {Role::buyer, "en",
     "mail to|mailed to|sold to address|customer name and address|buyer s details|details of receiver billed "
     "to|account to|for the "
     "account of|party details|party name|guest name|~guest|~patient|~tenant|parent guardian|~addressee|~insured|"
     "policyholder|~subscriber|account holder name|details of buyer|bill to sold to|customer bill to|property owner"},
    {Role::buyer, "de",
     "~kundin|~mieter|~patient|~patientin|versicherungsnehmer|vertragspartner|~gast|~mandant|rechnungsstelle|"
     "~bezieher|anschlussnehmer|rechnung geht an|rechnungskunde|~regulierer|rechnungsempfanger kaufer|"
     "fakturierungsadresse"},
    {Role::buyer, "fr",
     "adresse a|vendu a|~locataire|~patient|votre adresse de facturation|a l ordre de|~payeur|client "
     "facturation|~assure|facture e a|raison sociale client"},
    {Role::buyer, "es",
     "nombre cliente|sr sra|~senores|~sres|razon social cliente|datos del receptor|datos del comprador|direccion "
     "fiscal|domicilio fiscal cliente|vendido a|cobrar a|arrendatario|nombre o razon social del receptor|datos "
     "fiscales del cliente|titular del contrato|datos del titular|titular del suministro|titular de la "
     "poliza|~alumno|receptor del comprobante"},
    {Role::buyer, "it",
     "dati intestatario|intestatario del contratto|intestatario fornitura|intestazione fattura|gent ma|gent "
     "le|~paziente|ragione sociale cliente|~conduttore|~locatario|~ospite|fattura "
     "intestata a|dati fatturazione"},
    {Role::buyer, "nl",
     "klant gegevens|bestemd voor|~huurder|~patient|verkocht aan|uw gegevens|naam klant|factuurgegevens|naam en adres "
     "klant|~gast|~verzekerde|~bouwheer|adres klant"},
    {Role::buyer, "pl", "~najemca|~pacjent|wystawiona dla|uslugobiorca|nabywca i odbiorca|~gosc|dane kupujacego"},
    {Role::buyer, "pt",
     "exmo s senhor es|~tomador|tomador de servicos|tomador do servico|~sacado|dados do tomador|~hospede|dados do "
     "adquirente|inquilino|~contratante|dados de faturacao do cliente|cobrar a"},
    {Role::buyer, "sv",
     "kundens namn|~hyresgast|~patient|er adress|~faktureras|uppdragsgivare|~gast|~abonnent|~fakturering|sald till|"
     "namn och adress|betalningsskyldig|~forvarvare"},
    {Role::buyer, "da",
     "faktureret til|~lejer|kundens navn|regning til|solgt til|opdragsgiver|~gaest|~patient|deres adresse|"
     "~fakturering|~medlem"},
    {Role::buyer, "cs",
     "odberatel prijemce|odberatel zakaznik|~najemce|~pacient|udaje o zakaznikovi|~zadavatel|~fakturovat|~nabyvatel|"
     "adresa odberatele"},
    {Role::seller, "en",
     "~issuer|billed by|invoice from|~contractor|~landlord|remittance address|details of supplier|company details|"
     "supplied by|invoicing party|~exporter|~shipper|practitioner"},
    {Role::seller, "de",
     "auftragnehmer|~anbieter|aussteller|rechnung von|~unternehmen|~lieferer|leistender unternehmer|dienstleister|"
     "rechnungsstellerin|~versender|~lieferantin|verkaufer lieferant"},
    {Role::seller, "fr",
     "emis par|~bailleur|facture par|emetteur de la facture|vendeur fournisseur|prestataire de services|le "
     "prestataire|professionnel de sante|proprietaire"},
    {Role::seller, "es",
     "emitida por|emitido por|datos de la empresa|razon social emisor|nombre emisor|~arrendador|datos del vendedor|"
     "emisor de la factura|datos fiscales del emisor|facturado por|prestador del servicio"},
    {Role::seller, "it",
     "dati fornitore|dati azienda|~locatore|emessa da|fattura emessa da|cedente prestatore fornitore|dati emittente|"
     "ditta emittente|dati del fornitore"},
    {Role::seller, "nl",
     "~afzender|opdrachtnemer|factuur van|dienstverlener|~verhuurder|bedrijfsgegevens|onze gegevens|gegevens "
     "leverancier|leverancier gegevens|uitgever factuur|~aannemer|dienstverrichter|~verzender"},
    {Role::seller, "pl",
     "~wykonawca|dane sprzedawcy|wystawca faktury|~wynajmujacy|~uslugodawca|zleceniobiorca|dane sprzedajacego|"
     "wystawiajacy|podmiot wystawiajacy|~nadawca"},
    {Role::seller, "pt",
     "prestador de servicos|prestador do servico|emitido por|dados do emitente|dados do fornecedor|~senhorio|dados da "
     "empresa|~emissor|dados do prestador|emitente da fatura"},
    {Role::seller, "sv",
     "fakturautstallare|utstallare|~utfardare|~uthyrare|~hyresvard|fakturerad av|leverantorsuppgifter|~entreprenor|"
     "faktura fran|utstalld av|var adress"},
    {Role::seller, "da",
     "faktura fra|fakturaudsteder|~udlejer|udstedt af|leverandoroplysninger|~entreprenor|faktureret "
     "af|afsenderadresse"},
    {Role::seller, "cs",
     "poskytovatel|~zhotovitel|pronajimatel|dodavatel prodavajici|~vystavitel|udaje dodavatele|~odesilatel|"
     "poskytovatel sluzeb"},
    {Role::delivery_party, "en",
     "delivery to|delivery location|place of delivery|job site|job address|job location|works at|project address|"
     "service location|shipping details|delivery details|delivery site|details of consignee shipped to|ship to party|"
     "property address|work site|works address|goods to|shipping to|delivery point"},
    {Role::delivery_party, "de",
     "versandadresse|versand an|versandanschrift|empfanger der ware|objektadresse|lieferstelle|verbrauchsstelle|"
     "abweichende lieferadresse|einbauort|baustelle|~bauvorhaben|einsatzort|abladestelle|leistungsadresse|lieferung "
     "nach|ihre lieferadresse|geliefert an|zustelladresse|montageort|warenadresse|lieferadresse abweichend|"
     "ausfuhrungsort"},
    {Role::delivery_party, "fr",
     "adresse livraison|expedie a|adresse du chantier|lieu d intervention|adresse d intervention|lieu des travaux|"
     "lieu de prestation|site de livraison|point de livraison|adresse d expedition|lieu d execution|adresse des "
     "travaux|lieu de consommation|livree a|expedier a|lieu de la prestation"},
    {Role::delivery_party, "es",
     "entrega en|datos de entrega|datos de envio|direccion de suministro|punto de suministro|enviado a|direccion "
     "entrega|lugar de la obra|direccion de la obra|domicilio de entrega|direccion del suministro|lugar de prestacion|"
     "punto de entrega|destino mercancia|entregado en|domicilio de suministro|lugar de destino"},
    {Role::delivery_party, "it",
     "indirizzo di spedizione|consegna a|luogo destinazione|destinazione diversa|luogo di consegna merce|~cantiere|"
     "spedito a|indirizzo consegna|luogo di esecuzione|indirizzo di fornitura|luogo consegna|destinazione della merce|"
     "indirizzo spedizione|luogo di intervento|sede di consegna"},
    {Role::delivery_party, "nl",
     "leveringsadres|geleverd aan|leveren aan|werkadres|projectadres|uitvoeringsadres|werfadres|leverlocatie|"
     "leveringsplaats|werklocatie|afleverlocatie|plaats van levering|bezorgd aan|verzonden naar|levering aan|"
     "aansluitadres|objectadres|plaats van uitvoering|verbruiksadres|montageadres|verzenden naar"},
    {Role::delivery_party, "pl",
     "adres odbioru|odbiorca towaru|adres wysylki|miejsce wykonania uslugi|miejsce przeznaczenia|dostawa do|"
     "dostarczono do|adres odbiorcy|adres realizacji|adres punktu poboru|miejsce swiadczenia|odbiorca adres dostawy|"
     "wysylka do|miejsce rozladunku|adres montazu|adres swiadczenia uslugi"},
    {Role::delivery_party, "pt",
     "enviar para|morada de envio|local de descarga entrega|local da obra|morada de descarga|local de fornecimento|"
     "morada do fornecimento|local de consumo|endereco de envio|local de prestacao|local da prestacao"},
    {Role::delivery_party, "sv",
     "leveransplats|levererat till|levadress|arbetsplats|arbetsplatsadress|anlaggningsadress|objektadress|"
     "godsmottagare|varumottagare|leveransmottagare|arbetsstalle|uppdragsadress|skickas till|leveransstalle|levererad "
     "till|~leveransmal|leveransort|besoksadress leverans"},
    {Role::delivery_party, "da",
     "leveringssted|leveret til|lev adresse|arbejdssted|arbejdsadresse|installationsadresse|forbrugssted|"
     "modtageradresse|vareadresse|sendes til|leveringsmodtager|varemodtager|aftagested|byggeplads|afleveringsadresse|"
     "opgaveadresse|udfort hos|arbejdet udfort pa"},
    {Role::delivery_party, "cs",
     "adresa dodani|misto plneni|dorucovaci adresa|adresa doruceni|prijemce zbozi|odberne misto|misto doruceni|"
     "konecny odberatel|dodano na|misto realizace|misto vykladky|dodaci misto|misto montaze"},
    {Role::payee, "en",
     "remit payment to|please remit to|pay to|payable to|make checks payable to|make cheques payable to|cheques "
     "payable to|checks payable to|send payment to|mail payment to|please make checks payable to|payment to|make "
     "check payable to|remittance to|please make payment to|please make all cheques payable to|make all checks "
     "payable to"},
    {Role::vat_id, "en",
     "hst #|company vat no|supplier vat no|seller vat no|eu vat no|uk vat no|uk vat reg no|taxpayer id|business no|"
     "gst registration|vat registered no|registered for gst no|company tax id|fed id no|fed id #"},
    {Role::vat_id, "de",
     "umsatzsteueridentnummer|atu nr|mwstnr|che nr|ust id des verkaufers|ust idnr verkaufer|ust idnr lieferant|"
     "unternehmens id"},
    {Role::vat_id, "fr",
     "tva cee|no tva cee|no id tva|no identification tva|no d identification tva|numero d identification a la tva|no "
     "tva ue|tva be|tva fr|no d assujetti tva|no ii|no tps|tps no|no tvq|tvq no|ident tva|code tva intracommunautaire|"
     "no de tva intra|no intracommunautaire"},
    {Role::vat_id, "es",
     "nif intracomunitario|rfc|r f c|rfc emisor|rfc del emisor|nit|ruc|cuit|numero de identificacion fiscal|no iva|n "
     "o de iva|nif dni|nif emisor|cif emisor|nif del emisor|identificacion fiscal|nif num|cif num"},
    {Role::vat_id, "it",
     "codice fiscale partita iva|nr iva|identificativo fiscale ai fini iva|id fiscale iva|identificativo iva|cod "
     "fiscale p iva|cod fiscale e partita iva"},
    {Role::vat_id, "nl", "btw nummer nl|omzetbelastingnummer|ob nummer"},
    {Role::vat_id, "pl", "nip vat ue|nr vat ue|nip sprzedawcy|nip eu|nr vat|numer vat"},
    {Role::vat_id, "pt",
     "n o de contribuinte|n o de identificacao fiscal|nif emitente|nif do emitente|vat pt|cnpj|cpf cnpj|cnpj cpf|cont "
     "n o|contr n o|no iva"},
    {Role::vat_id, "sv", "moms vat nr"},
    {Role::vat_id, "da", "se nummer|dk vat|cvr no"},
    {Role::vat_id, "cs", "dic dodavatele|dic tax id|danove identifikacni cislo|dic vat id"},
    {Role::buyer_vat_id, "en",
     "customer vat reg no|buyer s vat no|customer trn|purchaser vat no|bill to vat|vat no of customer|buyer s gstin|"
     "recipient vat id|customer ein|party gstin|customer s vat no"},
    {Role::buyer_vat_id, "de",
     "uid nr kunde|ust idnr des kunden|ust idnr leistungsempfanger|uid des leistungsempfangers|ust idnr kaufer|ust "
     "idnr des kaufers|uid leistungsempfanger|mwst nr kunde|uid nr des leistungsempfangers|ihre steuernummer"},
    {Role::buyer_vat_id, "fr",
     "no de tva client|no tva intracom client|no tva acheteur|no tva intracommunautaire du client|no identification "
     "tva client|no tva intra client|votre no intracommunautaire"},
    {Role::buyer_vat_id, "es",
     "nif cif cliente|cif del cliente|rfc receptor|rfc del receptor|rfc cliente|nif receptor|nif del receptor|nif "
     "comprador|nif cif del cliente|vat cliente|nif destinatario|cif nif cliente"},
    {Role::buyer_vat_id, "it",
     "c f p iva cliente|c f cliente|codice fiscale cliente|p iva cessionario|p iva destinatario|partita iva del "
     "cliente|cod fiscale cliente|p iva c f cliente|vs c f"},
    {Role::buyer_vat_id, "nl",
     "btw nr klant|btw nummer afnemer|uw ondernemingsnummer|btw id afnemer|btw identificatienummer afnemer|btw id "
     "klant"},
    {Role::buyer_vat_id, "pl", "nip odbiorcy|wasz nip|nip zamawiajacego|nip platnika|nip kontrahenta"},
    {Role::buyer_vat_id, "pt",
     "v n o contrib|nif do adquirente|nif adquirente|v nipc|vosso n o de contribuinte|v contrib|contribuinte do "
     "cliente|no contribuinte cliente|nif nipc cliente|seu nif|n o contribuinte do cliente|cnpj do tomador|cnpj "
     "cliente"},
    {Role::buyer_vat_id, "sv",
     "ert org nr|kundens momsreg nr|kundens org nr|ert momsnr|er vat|koparens vat nr|koparens momsreg nr|kundens "
     "momsnummer|kundens organisationsnummer|ert momsregistreringsnummer|koparens momsregistreringsnummer"},
    {Role::buyer_vat_id, "da",
     "deres cvr nr|deres cvr|deres se nr|deres momsnr|kundes cvr|deres vat nr|kobers cvr nr|kundens cvr nr|kobers "
     "momsnr|jeres momsnr"},
    {Role::buyer_vat_id, "cs", "dic kupujiciho|dic prijemce|dic objednatele"},
    {Role::registration, "en",
     "registered in england no|registered in england and wales|~nzbn|registered in ireland no|incorporation no|cro no|"
     "registered in scotland|charity no|registered charity no|reg in england"},
    {Role::registration, "fr", "rcs paris|no rcs|no d entreprise|no entreprise|~rpm|~neq|no bce|rcs luxembourg|no rm"},
    {Role::registration, "de", "hr nr|registernummer|vereinsregister|vr nr|~zvr|zvr zahl|partnerschaftsregister"},
    {Role::registration, "sv", "personnummer|personnr|styrelsens sate|orgnummer|organisations nr|fo nr"},
    {Role::registration, "pl", "nr krs|nr regon|~ceidg"},
    {Role::registration, "it", "n rea|c c i a a|~cciaa|iscr reg imp|iscrizione albo"},
    {Role::registration, "es",
     "inscrita en el registro mercantil|reg merc|inscrita en el r m|folio registro|hoja registral|colegiado no|no "
     "colegiado|registro sanitario"},
    {Role::registration, "pt",
     "cons reg com|conservatoria do registo comercial|registo comercial|~alvara|alvara n o|matriculada na c r c|"
     "matric na crc"},
    {Role::delivery_party, "", "lev adress|lev adresse"},
    {Role::buyer_vat_id, "de", "kunden ust id|kunden mwst nr"},
    {Role::vat_id, "", "umsatzsteuer identnummer|moms vat nr|eu momsnr|c f p i|cod fisc p iva|dni nif"},
    {Role::buyer, "",
     "senor es|senores|sr es|senora es|~party|party name|party s name|obchodni jmeno zakaznika|jmeno zakaznika|nazev "
     "zakaznika|nazev "
     "odberatele|faktureras"},
    {Role::address, "",
     "mailing address|postal address|correspondence address|postanschrift|korrespondenzadresse|"
     "zustellanschrift|adresse postale|adresse de correspondance|direccion postal|direccion de "
     "correspondencia|indirizzo "
     "di corrispondenza|indirizzo postale|recapito|postadres|correspondentieadres|adres korespondencyjny|adres do "
     "korespondencji|morada de correspondencia|endereco de correspondencia|morada "
     "postal|korrespondensadress|postadresse|"
     "korrespondanceadresse|adresa pro dorucovani|dorucovaci adresa|korespondencni adresa|adresa pro zasilani"},
    {Role::name, "",
     "nombre o razon social|razon social del receptor|razon social del emisor|nome razao social|"
     "razao social|nome empresarial|denominacao social|denominazione|cognome nome|nome e cognome|ragione sociale|"
     "nazwa firmy|nazwa i adres|obchodni firma|obchodni jmeno|firmanavn|foretagsnamn|bedrijfsnaam|raison sociale|"
     "denomination sociale|nom commercial|firmenname|business name|trading name|legal name|registered name"},
};

}  // namespace

std::span<const LabelRow> further_party_labels() { return kRows; }

}  // namespace ap::extract::reading
