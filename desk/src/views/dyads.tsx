export function DyadsView() {
  return null;
}
