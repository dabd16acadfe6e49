import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import type { Answers, DecisionCardEventMap } from "decision-card";
import "decision-card/define";

type Taken = DecisionCardEventMap["dc-answer"];

@Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<decision-card [answers]="answers()" (dc-answer)="take($event)"></decision-card>`,
})
class App {
  readonly answers = signal<Answers>({});

  take({ detail }: Taken): void {
    this.answers.update((before) => ({ ...before, [detail.question]: detail.choice }));
  }
}

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
