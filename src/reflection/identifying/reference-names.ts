/** What is numbered for a customer, as agents call it; each is taken with and without the end of a plural. */
const ENGLISH =
  "accounts?|accts?\\.?|accs?\\.?|a\\/c|orders?|ordr|ord\\.?|cases?|polic(?:y|ies)|pol\\.?|tickets?|tkts?|bookings?|bkg|" +
  "reservations?|references?|refs?\\.?|invoices?|inv\\.?|customers?|cust\\.?|clients?|members?(?:hip)?|claims?|contracts?|" +
  "tracking|awb|waybill|parcels?|packages?|shipments?|consignments?|deliver(?:y|ies)|returns?|rma|refunds?|payments?|" +
  "transactions?|txn|transfers?|receipts?|cheques?|patients?|students?|users?|guests?|passengers?|subscribers?|tenants?|" +
  "applicants?|pnr|confirmation|incidents?|requests?|complaints?|quotes?|subscription|loyalty|vouchers?|meter|mrn|cards?|" +
  "loans?|mortgages?|leases?|insurance|warrant(?:y|ies)|registration|applications?|enrol?l?ments?|prescriptions?|rx|" +
  "files?|dossiers?|dockets?|matters?|work ?orders?|job|appointments?|donations?|mandates?|" +
  "(?:account|policy|card|ticket) ?holders?";
/** The same in Spanish, with and without accents. */
const SPANISH =
  "pedidos?|cuentas?|cta\\.?|facturas?|contratos?|p[o\u00f3]lizas?|reservas?|expedientes?|folio|reclamos?|reclamaci[o\u00f3]n|queja|" +
  "gu[i\u00ed]a|env[i\u00ed]o|paquetes?|tr[a\u00e1]mite|solicitud|casos?|orden(?:es)?|localizador|siniestro|socio|abonado|afiliad[oa]|" +
  "suministro|incidencia|radicado|boleta|cita|cliente|paciente|suscriptor|matr[i\u00ed]cula|historia cl[i\u00ed]nica|traspaso|" +
  "transferencia|dep[o\u00f3]sito|cup[o\u00f3]n|l[i\u00ed]nea de cr[e\u00e9]dito";
/** The same in other languages that agents mix in: German, French. */
const OTHERS =
  "konto|kunden?|auftrag|bestell(?:ung)?|rechnung|vertrags?|vorgang|sendung|buchung|mitglieds?|akten|aktenzeichen|beleg|" +
  "commande|facture|compte|contrat|colis";
export const NAMES = `${ENGLISH}|${SPANISH}|${OTHERS}`;

/** Words for "number". */
export const MARKS = "numbers?|nummer|n[u\u00fa]mero|n[u\u00fa]m|nro|c[o\u00f3]digo|n\\.o|nbr|nr|num|no|ids?|code|ref";

/** Words after which bare digits are an amount or a time, though something numbered was named before. */
export const OF_AMOUNT =
  "balance|worth|about|around|over|under|took|takes|of|for|than|paid|pay|pays|fees?|prices?|costs?|charged?|owes?|owed|" +
  "total|sum|amount|limit|until|till|since|at|by|every|another|up|down|times|" +
  "sali[o\u00f3]|desde|hasta|cada|pag[o\u00f3]|pagar|deb[ei]a?|saldo|monto|importe|precio|m[a\u00e1]s|menos|unos|unas|casi|vale|cuesta|cost[o\u00f3]";
/** Words after which it is a thing's own, whatever it looks like. */
export const OF_THING = "phone|error|version|model|part|serial|sku|isbn|imei|ean|row|rows|line|lines";

/** What else has a number of its own: "room number 1204". */
export const OTHER_NUMBERS =
  "phone|mobile|room|error|model|part|serial|version|batch|lot|page|line|desk|ext|extension|seat|gate|flight|train|bus|" +
  "floor|house|street|row|level|step|article|item|product|sku|isbn|ean|post|zip|build|port|channel|track|lucky|wrong|" +
  "habitaci[o\u00f3]n|mesa|error|piso|fila|asiento|puerta|vuelo|modelo|art[i\u00ed]culo|producto|versi[o\u00f3]n|" +
  "log|sensor|device|server|session|chat|process|trace|reg|registered|vat|large|small|total|average|a|any|some|what|that|this|same|one|exact";

/** Standards, products and the like that begin as numbers of orders do. */
export const STANDARDS = "iso|din|en|ieee|rfc|kb|cve|utf|usb|ip|ipv|rs|ps|rtx|gtx|covid|mp|hd|wifi|win|windows|android|ios|chrome|a|b|q|h|w|p|s|v";
