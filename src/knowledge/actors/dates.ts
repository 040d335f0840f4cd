// Periods of validity. A date may be a year, a month or a day; both ends are inclusive, and null is open.

export type Period = { readonly from: string | null; readonly until: string | null };

/** Whether the day lies in the period. A null day asks whether the period is still open. */
export function covers({ from, until }: Period, date: string | null): boolean {
  if (date === null) return until === null;
  return !isBefore(date, from) && !isAfter(date, until);
}

/** Whether the day lies before the period's first day. */
export function isBefore(date: string, from: string | null): boolean {
  return from !== null && date < from;
}

/** Whether the day lies after the period's last day; "2012" as an end means the last day of 2012. */
export function isAfter(date: string, until: string | null): boolean {
  return until !== null && date.slice(0, until.length) > until;
}
