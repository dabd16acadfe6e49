/** What both cards say in Brazilian Portuguese. */
import type { en } from "../en.js";
import type { Translation } from "../entry.js";

export const common: Translation<typeof en> = {
  waiting: "Um instante: o motor ainda está carregando.",
  error: "Erro:",
  not_answered: "Sem resposta",
  quoted: "“{text}”",
  sentence: "{text}.",
  start_again: "Começar de novo",
  save: "Salvar neste aparelho",
  saved: "Salvo neste aparelho até você apagar.",
  not_saved: "Este navegador não deixa salvar nada aqui.",
  saved_list: "Salvo neste aparelho",
  saved_shown: "em exibição",
  saved_open: "Abrir",
  saved_compare: "Comparar",
  saved_delete: "Apagar",
  heading_level: 'heading-level="{value}" não é 2, 3, 4 nem 5; vale 2.',
  pack_unknown: "Não há pacote embutido “{value}”. Há: {known}.",
  src_missing: 'src="{value}" não indica nenhum <script type="application/json"> neste documento.',
  src_address: 'src="{value}" não é um endereço de onde se possa carregar um pacote.',
  src_failed: "Não foi possível carregar o pacote de {value}.",
  src_utf8: "O pacote em {value} não está escrito em UTF-8. Salve-o de novo nessa codificação.",
  problems: "Este pacote ainda não pode ser usado",
  problems_intro: { one: "Há {count} problema a corrigir:", other: "Há {count} problemas a corrigir:" },
  problem_place: "Linha {line}, coluna {column}",
  problem_whole: "o documento inteiro",
  failed: "Não foi possível iniciar o questionário aqui.",
  retry: "Tentar de novo",
  text_kept: "O que você escreveu está guardado:",
  fold_failed: "Não foi possível calcular isto aqui.",
};
