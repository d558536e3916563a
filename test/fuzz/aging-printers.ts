/** Inputs after which printers make room for new ones. */
const inputsOfPrinter = 20_000;

/**
 * Printers live on from input to input, since they remember flows; not for ever, lest that hide what else grows.
 * The function returned picks one by any number, once for each input.
 */
export function agingPrinters<Printer>(make: () => Printer[]): (choice: number) => Printer {
  let printers = make();
  let left = inputsOfPrinter;
  return (choice) => {
    if (left-- === 0) {
      printers = make();
      left = inputsOfPrinter;
    }
    return printers[choice % printers.length];
  };
}
