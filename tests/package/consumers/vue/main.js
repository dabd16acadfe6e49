import "decision-card/define";
import { createApp } from "vue";
import Controlled from "./Controlled.vue";
import Uncontrolled from "./Uncontrolled.vue";

createApp(location.search === "?controlled" ? Controlled : Uncontrolled).mount("#app");
