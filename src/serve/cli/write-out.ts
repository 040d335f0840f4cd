// Writes to standard output no faster than it is read, so that a slow reader does not fill the memory.

export async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
