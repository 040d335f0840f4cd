export function AddView() {
  return null;
}
