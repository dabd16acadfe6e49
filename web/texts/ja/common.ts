/** What both cards say in Japanese. */
import type { en } from "../en.js";
import type { Translation } from "../entry.js";

export const common: Translation<typeof en> = {
  waiting: "エンジンを読み込んでいます。少しお待ちください。",
  error: "エラー：",
  not_answered: "未回答",
  quoted: "「{text}」",
  sentence: "{text}。",
  start_again: "最初からやり直す",
  save: "この端末に保存",
  saved: "この端末に保存しました。消すまで残ります。",
  not_saved: "このブラウザーではここに保存できません。",
  saved_list: "この端末に保存したもの",
  saved_shown: "表示中",
  saved_open: "開く",
  saved_compare: "比べる",
  saved_delete: "消す",
  heading_level: 'heading-level="{value}" は2、3、4、5のどれでもないため、2を使います。',
  pack_unknown: "組み込みのパック「{value}」はありません。あるのは次のものです：{known}",
  src_missing: 'src="{value}" に当たる <script type="application/json"> がこの文書にありません。',
  src_address: 'src="{value}" はパックを取得できるアドレスではありません。',
  src_failed: "{value} のパックを取得できませんでした。",
  src_utf8: "{value} のパックはUTF-8で書かれていません。UTF-8で保存し直してください。",
  problems: "このパックはまだ使えません",
  problems_intro: "直す必要のある問題が{count}件あります：",
  problem_place: "{line}行{column}列",
  problem_whole: "文書全体",
  failed: "ここでは質問票を開始できませんでした。",
  retry: "もう一度試す",
  text_kept: "書いた内容は残っています：",
  fold_failed: "ここでは計算できませんでした。",
};
