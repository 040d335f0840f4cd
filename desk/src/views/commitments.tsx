export function CommitmentsView() {
  return null;
}
