/** What both cards say in Simplified Chinese. */
import type { en } from "../en.js";
import type { Translation } from "../entry.js";

export const common: Translation<typeof en> = {
  waiting: "请稍候：引擎仍在加载。",
  error: "错误：",
  not_answered: "未回答",
  quoted: "“{text}”",
  sentence: "{text}。",
  start_again: "重新开始",
  save: "保存在本设备上",
  saved: "已保存在本设备上，直到您删除。",
  not_saved: "此浏览器不允许在这里保存。",
  saved_list: "保存在本设备上的",
  saved_shown: "当前显示",
  saved_open: "打开",
  saved_compare: "比较",
  saved_delete: "删除",
  heading_level: 'heading-level="{value}" 不是 2、3、4 或 5，因此使用 2。',
  pack_unknown: "没有内置的决策包“{value}”。现有：{known}。",
  src_missing: 'src="{value}" 在本文档中没有对应的 <script type="application/json">。',
  src_address: 'src="{value}" 不是可以获取决策包的地址。',
  src_failed: "无法获取 {value} 处的决策包。",
  src_utf8: "{value} 处的决策包不是 UTF-8 编码。请用该编码重新保存。",
  problems: "这个决策包还不能使用",
  problems_intro: "有 {count} 个问题需要修正：",
  problem_place: "第 {line} 行第 {column} 列",
  problem_whole: "整个文档",
  failed: "问卷无法在此启动。",
  retry: "重试",
  text_kept: "您写的内容已保留：",
  fold_failed: "此处无法算出结果。",
};
