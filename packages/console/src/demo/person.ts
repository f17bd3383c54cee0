import { codeOf, EventAction, FlowReason, FlowState } from "@flow-catalog/events";
import type { Random } from "./random.ts";

/** An event as it goes over the wire. */
export interface Payload {
  readonly id: string;
  readonly attemptId: string;
  readonly feature: string;
  readonly code: number;
  readonly action: string;
  readonly context?: { readonly reason?: string; readonly state?: string };
  readonly vendorData: string | null;
  readonly endUserId: string | null;
}

/** What happens to a person, with the time of each event in milliseconds after the first. */
export type Story = readonly { readonly after: number; readonly payload: Payload }[];

type Ending = readonly [action: string, reason: string | null, state: string | null];

const second = 1_000;

/** Where people leave, roughly as often as in a flow that goes well. Some values are none that the catalog knows. */
const leaving: readonly (readonly [number, Ending])[] = [
  [14, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.IntroScreenShown]],
  [9, [EventAction.FlowCancelled, FlowReason.ConsentScreenCancelPressed, FlowState.ConsentScreenShown]],
  [7, [EventAction.FlowCancelled, FlowReason.MobileHandoverScreenShown, FlowState.MobileHandoverScreenShown]],
  [8, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.CameraAccessBlockedScreenShown]],
  [5, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.MediaPermissionsBlocked]],
  [6, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.CountrySelectScreenShown]],
  [5, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.DocumentSelectScreenShown]],
  [10, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.DocumentFrontScreenShown]],
  [6, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.PortraitScreenShown]],
  [4, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.BarcodeScanScreenShown]],
  [3, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.PassportSignatureScreenShown]],
  [3, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.PoaScreenShown]],
  [3, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.OtpScreenShown]],
  [4, [EventAction.FlowCancelled, FlowReason.ErrorScreenExitClicked, FlowState.ErrorScreenShown]],
  [3, [EventAction.FlowCancelled, FlowReason.ErrorScreenExitClicked, FlowState.TimeoutScreenShown]],
  [4, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, FlowState.DocumentFrontFeedbackScreenShown]],
  [2, [EventAction.FlowCancelled, FlowReason.QuitSessionConfirmed, "nfc_scan_screen_shown"]],
  [1, [EventAction.FlowCancelled, "network_lost", FlowState.PortraitScreenShown]],
];

const finishing: readonly (readonly [number, Ending])[] = [
  [6, [EventAction.FlowFinished, FlowReason.FinishedScreenConfirmedClicked, FlowState.FinishedScreenConfirmedClicked]],
  [3, [EventAction.FlowFinished, null, FlowState.FinishedScreenShown]],
  [3, [EventAction.WaitingComplete, FlowReason.FinalDecisionReceived, FlowState.DecisionReceived]],
  [2, [EventAction.WaitingComplete, FlowReason.FinalDecisionReceivedFromSocket, FlowState.DecisionReceived]],
  [1, [EventAction.WaitingComplete, FlowReason.WaitingDecisionContinueClicked, FlowState.WaitingDecisionScreenShown]],
];

/** Makes up what one person does: one attempt or several, each left somewhere or brought to its end. */
export function story(random: Random): Story {
  const id = random.uuid();
  const vendorData = random.chance(0.9) ? `customer-${Math.floor(random.between(10_000, 99_999))}` : null;
  const endUserId = random.chance(0.7) ? random.uuid() : null;
  const feature = random.chance(0.94) ? "selfid" : "age_estimation";
  const events: { after: number; payload: Payload }[] = [];
  let after = 0;
  const attempts = random.pick([
    [75, 1],
    [17, 2],
    [6, 3],
    [2, 5],
  ]);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const attemptId = random.uuid();
    const say = ([action, reason, state]: Ending) => {
      const context = { ...(reason === null ? {} : { reason }), ...(state === null ? {} : { state }) };
      const base = { id, attemptId, feature, code: codeOf(action) ?? 7999, action };
      const payload = { ...base, ...((reason ?? state) ? { context } : {}), vendorData, endUserId };
      events.push({ after: Math.round(after), payload });
      after += random.between(4, 40) * second;
    };
    say([EventAction.Started, null, null]);
    if (random.chance(0.06)) break;
    if (random.chance(attempt < attempts ? 0.5 : 0.27)) {
      say(random.pick(leaving));
    } else {
      after += random.between(20, 120) * second;
      say([EventAction.Submitted, null, null]);
      if (random.chance(0.3)) say([EventAction.WaitingContinued, null, FlowState.WaitingDecisionScreenShown]);
      if (random.chance(0.01)) say(["address_confirmed", null, null]);
      if (random.chance(0.9)) say(random.pick(finishing));
    }
    after += random.between(1, 20) * 60 * second;
  }
  return events;
}
