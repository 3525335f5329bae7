// A static method makes an instance of its own class.
export class Settings {
  constructor(
    readonly url: string,
    readonly other: string
  ) {}
  static load() {
    return new this(process.env.ACME_URL!, process.env.OTHER_URL!);
  }
}
