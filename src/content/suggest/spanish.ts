import { type Lexicon, plainLexicon, writeTable } from "./language.ts";
import { stemOf } from "./stem.ts";

/** Short forms of chats and notes, written out. */
const SHORT_FORMS: readonly (readonly [string, string])[] = [
  ["q", "que"], ["k", "que"], ["xq", "porque"], ["pq", "porque"], ["porq", "porque"], ["x", "por"], ["tb", "tambien"],
  ["tmb", "tambien"], ["tbn", "tambien"], ["dnd", "donde"], ["msj", "mensaje"], ["msg", "mensaje"], ["tel", "telefono"],
  ["cel", "telefono"], ["celular", "telefono"], ["movil", "telefono"], ["num", "numero"], ["sup", "supervisor"],
  ["super", "supervisor"], ["encargado", "supervisor"], ["gerente", "supervisor"], ["jefe", "supervisor"],
  ["compu", "computadora"], ["ordenador", "computadora"], ["pc", "computadora"], ["app", "sistema"], ["crm", "sistema"],
  ["min", "minuto"], ["hr", "hora"], ["hrs", "hora"], ["sr", "hombre"], ["sra", "mujer"], ["senor", "hombre"],
  ["senora", "mujer"], ["wey", ""], ["guey", ""], ["tio", "hombre"], ["tia", "mujer"], ["pax", "cliente"],
  ["huesped", "cliente"], ["paciente", "cliente"], ["usuario", "cliente"], ["pasajero", "cliente"], ["dije", "decir"],
  ["dijo", "decir"], ["dice", "decir"], ["diciendo", "decir"], ["dijeron", "decir"], ["hizo", "hacer"], ["hice", "hacer"],
  ["hace", "hacer"], ["pude", "poder"], ["puedo", "poder"], ["puede", "poder"], ["podia", "poder"], ["podian", "poder"],
  ["tuve", "tener"], ["tuvo", "tener"], ["tengo", "tener"], ["tenia", "tener"], ["supe", "saber"], ["sabia", "saber"],
  ["se", ""], ["quiere", "querer"], ["queria", "querer"], ["quieren", "querer"], ["murio", "fallecer"],
  ["muerto", "fallecer"], ["muerta", "fallecer"], ["fallecio", "fallecer"], ["miente", "mentir"], ["mintio", "mentir"],
  ["mentira", "mentir"], ["mentiras", "mentir"], ["duerme", "dormir"], ["durmio", "dormir"], ["sueno", "dormir"],
];

/** `grito: …`: words that mean much the same in a hard case. */
const FAMILIES: Readonly<Record<string, string>> = {
  shout: "gritar gritos chillar vociferar alarido bramar berrear voces alterado",
  rude: "grosero groserias maleducado vulgar mentada taco palabrota majadero pelado insolente sarcastico borde irrespetuoso ordinario patan puteadas putear carajo mierda cono soez lisuras burlon despectivo mayusculas malhablado",
  insult: "idiota estupido tonto imbecil inutil incompetente inepto pendejo gilipollas burro bruto ignorante payaso tarado menso subnormal insultar humillar burlar huevon pelotudo boludo cojudo fracasado basura analfabeto sirvienta llamar acento cerebro ridiculizar patetico rata",
  threat: "amenazar matar golpear pegar pistola cuchillo acoso acosar sexual violar racista odio bomba navaja arma partir quemar desnudo sexo tocar perseguir seguir homofobo maricon negro buscar intimidar fotos empujar escupir muerte",
  complain: "queja quejar reclamacion reportar demandar abogado supervisor denunciar resena encuesta profeco consumo",
  refuse: "negar rechazar reembolso devolucion garantia politica excepcion plazo descuento norma reglamento permitir cubrir cobertura procede autorizado imposible negativa vencido",
  demand: "exigir exigencia vip prepotente gratis fila privilegio especial derecho compensacion regalo capricho suite colar prioridad preferente pretender merecer rey",
  angry: "enojado enfadado furioso molesto coraje rabia furia bravo encabronado cabreado indignado harto caliente ira enojo furibundo venir llegar entrar arrancar",
  unclear: "confuso entender claro explicar vago revuelto enredado lioso describir decidir adivinar motivo divagar contradictorio ilegible descifrar captura",
  interrupt: "interrumpir escuchar terco necio insistir repetir encima explicar oir testarudo cabezota pared caso hablar pisar terminar dialogar sordo leer",
  lie: "mentir falso fraude estafar engano enganar trampa inventar fingir version jurar negar falsear ocultar alterado contradecir cuadrar trucar cuento",
  cry: "llorar llanto triste miedo asustado fallecer duelo hospital cancer angustia desesperado panico viuda perder sollozar temblar funeral entierro enfermo accidente anciano solo dolor temor",
  mistake: "error equivocar confundir olvidar falla culpa mal pata regar cagar embarrar desliz despiste borrar cobrar meter anotar revisar",
  unknown: "saber respuesta idea informacion contestar capacitar dato averiguar conocer preguntar blanco duda manual desconocer explicar",
  tools: "sistema pantalla programa internet computadora lento caer trabar congelar cargar pagina servidor impresora vpn formulario contrasena datafono terminal tpv wifi red clic usuario permiso teclado micro audio proceso tramite herramienta bloquear",
  busy: "cola llamadas pausa descanso meta metrica tiempo saturar prisa pendientes urgente personal chats espera abasto volumen hora pico fila correr minuto atrasado reloj",
  team: "companero companera equipo supervisor chisme ambiente lider oficina reunion colega grupo jefe tension turno roce coordinador rollo onda",
  tired: "cansado agotado dormir enfermo dolor migrana gripe cabeza casa sueno fiebre insomnio resaca regla hambre ansiedad estres doler desvelado familia bebe",
};

const EMPTY = `
  el la lo los las un una unos unas de del al a en con por para que y o u e es era fue son ser esta estaba este esta esto
  esa ese eso me mi mis te tu su sus le les nos yo ella ellos muy mas ya si tambien como cuando porque pero solo hay
  habia hoy cliente hombre mujer senor persona
`;

function families(lang: string): ReadonlyMap<string, string> {
  const byStem = new Map<string, Set<string>>();
  for (const [family, words] of Object.entries(FAMILIES)) {
    for (const word of words.split(" ")) {
      const stem = stemOf(word, lang);
      byStem.set(stem, (byStem.get(stem) ?? new Set()).add(`@${family}`));
    }
  }
  return new Map([...byStem].map(([stem, names]) => [stem, [...names].join(" ")]));
}

/** The lexicon of Spanish. Made when the project is built. */
export function spanishLexicon(lang: string): Lexicon {
  const empty = EMPTY.trim().split(/\s+/).map((word) => stemOf(word, lang));
  return {
    lang,
    rewrites: writeTable(new Map(SHORT_FORMS)),
    families: writeTable(families(lang)),
    empty: `${plainLexicon(lang).empty}${empty.join(" ")} `,
  };
}
