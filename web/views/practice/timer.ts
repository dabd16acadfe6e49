/** The timer's row: off until the reader starts it. */
import { type Countdown, clock } from "../../practice/countdown.js";
import { button, h } from "../../dom/dom.js";
import type { TextKey } from "../../texts/texts.js";
import type { Stage } from "../common/stage.js";

type State = Countdown["state"];

const MINUTE = 60;
const TOGGLE = { off: "timer_start", running: "timer_pause", paused: "timer_continue", over: "timer_start" } as const;
const DISPLAY = { off: "timer_off", running: "timer_left", paused: "timer_paused", over: "timer_over" } as const;

export function timerView(stage: Stage, countdown: Countdown, announce: (text: string) => void): HTMLElement {
  const display = h("p", { class: "count", part: "timer-display" });
  const say = (state: State, key: TextKey = DISPLAY[state]): string =>
    stage.texts.say(key, { time: clock(countdown.left) });
  const toggle = button("quiet", "", () => press(() => turn(countdown), "timer_started"));
  const add = button("quiet", stage.texts.say("timer_add"), () => press(() => countdown.add(MINUTE)));
  const stop = button("quiet", stage.texts.say("timer_stop"), () => {
    toggle.focus();
    press(() => countdown.turnOff());
  });
  const view = h("div", { class: "timer", part: "timer" }, display, h("div", { class: "controls" }, toggle, add, stop));
  let before = countdown.state;
  let minute = countdown.left > MINUTE;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function press(change: () => void, started: TextKey = "timer_left"): void {
    change();
    remember();
    announce(say(before, before === "running" ? started : DISPLAY[before]));
    show();
  }

  function remember(): void {
    minute = countdown.left > MINUTE;
    before = countdown.state;
  }

  function show(): void {
    const { state } = countdown;
    display.replaceChildren(say(state));
    if (state === "off") display.removeAttribute("role");
    else display.setAttribute("role", "timer");
    toggle.replaceChildren(stage.texts.say(TOGGLE[state]));
    add.hidden = stop.hidden = state === "off";
    clearTimeout(waiting);
    if (state === "running") waiting = setTimeout(tick, 250);
  }

  /** A view that was replaced has left the shadow root, and stops. */
  function tick(): void {
    if (!(view.getRootNode() instanceof ShadowRoot)) return;
    const { state, left } = countdown;
    if (state === "over" && before !== "over") announce(say(state));
    else if (minute && left <= MINUTE) announce(stage.texts.say("timer_minute"));
    remember();
    show();
  }

  show();
  return view;
}

function turn(countdown: Countdown): void {
  if (countdown.state === "running") countdown.pause();
  else countdown.start();
}
