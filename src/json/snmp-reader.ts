/** BER elements (ITU-T X.690) read one after the other. */
import { BerElement, BerKind, BerProblem } from '../decode/ber';
import type { JsonContext } from './context';

/** Where reading stands, and what was read last. */
export class SnmpReader {
  readonly element = new BerElement();
  private at = 0;
  private end = 0;

  start(at: number, end: number): void {
    this.at = at;
    this.end = end;
  }

  get left(): number {
    return this.end - this.at;
  }

  /** Reads any element and moves past it. false: it is none. Throws where it is not captured as a whole. */
  read({ view }: JsonContext): boolean {
    const problem = this.element.decode(view, this.at, this.left);
    if (problem === BerProblem.cut) view.need(this.element.at, this.element.length);
    if (problem !== BerProblem.none) return false;
    this.at += this.element.size;
    return true;
  }

  expect(context: JsonContext, kind: number): boolean {
    return this.read(context) && this.element.kind === kind;
  }

  /** Goes on inside the element that is read; where that ends, or -1: it is of another kind. */
  enter(context: JsonContext, kind: number): number {
    if (!this.expect(context, kind)) return -1;
    const behind = this.at;
    this.start(this.element.at, behind);
    return behind;
  }

  /** A member of the name that is an integer. */
  integer(context: JsonContext, name: string): boolean {
    if (!this.expect(context, BerKind.integer)) return false;
    context.json.signed(name, this.element.value);
    return true;
  }
}
