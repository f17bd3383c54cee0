/** A number with its noun: `1 delivery`, `2 deliveries`. */
export function many(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

export function deliveriesOf(count: number): string {
  return many(count, "delivery", "deliveries");
}
