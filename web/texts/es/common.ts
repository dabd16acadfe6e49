/** What both cards say in Spanish. */
import type { en } from "../en.js";
import type { Translation } from "../entry.js";

export const common: Translation<typeof en> = {
  waiting: "Un momento: el motor aún se está cargando.",
  error: "Error:",
  not_answered: "Sin respuesta",
  quoted: "«{text}»",
  sentence: "{text}.",
  start_again: "Empezar de nuevo",
  save: "Guardar en este dispositivo",
  saved: "Guardado en este dispositivo hasta que lo borre.",
  not_saved: "Este navegador no deja guardar nada aquí.",
  saved_list: "Guardado en este dispositivo",
  saved_shown: "es el que se muestra",
  saved_open: "Abrir",
  saved_compare: "Comparar",
  saved_delete: "Borrar",
  heading_level: 'heading-level="{value}" no es 2, 3, 4 ni 5; se usa 2.',
  pack_unknown: "No hay ningún paquete incorporado «{value}». Hay: {known}.",
  src_missing: 'src="{value}" no nombra ningún <script type="application/json"> de este documento.',
  src_address: 'src="{value}" no es una dirección de la que se pueda cargar un paquete.',
  src_failed: "No se pudo cargar el paquete de {value}.",
  src_utf8: "El paquete de {value} no está escrito en UTF-8. Guárdelo de nuevo con esa codificación.",
  problems: "Este paquete todavía no se puede usar",
  problems_intro: { one: "Hay un problema que corregir:", other: "Hay {count} problemas que corregir:" },
  problem_place: "Línea {line}, columna {column}",
  problem_whole: "todo el documento",
  failed: "El cuestionario no se pudo iniciar aquí.",
  retry: "Intentar de nuevo",
  text_kept: "Se conserva lo que escribió:",
  fold_failed: "Esto no se pudo calcular aquí.",
};
