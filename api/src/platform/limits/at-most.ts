/**
 * Lets so many pieces of work be under way at a time; the others wait in line. For work that holds much memory while it is done:
 * more at once would take it all the same number of seconds, and many times the memory.
 */
export class AtMost {
  private underWay = 0;
  private readonly line: (() => void)[] = [];

  constructor(private readonly limit: number) {}

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.underWay >= this.limit) await new Promise<void>((go) => this.line.push(go));
    else this.underWay += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes the place over, so that nobody who comes between gets ahead.
      const next = this.line.shift();
      if (next) next();
      else this.underWay -= 1;
    }
  }
}
