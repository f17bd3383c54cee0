// Codes, by name and by number. Where a code becomes another, the number in a closed type stops compiling, and nothing else.
import { EventCode, type EventCodeValue, type OpenEventCode } from "@flow-catalog/events";

export const byName: EventCode = EventCode.WaitingComplete;
export const open: OpenEventCode = 7007;
export const closed: EventCodeValue = 7007;
