import nodemailer from 'nodemailer';
import winston from 'winston';

export const services: any = {};
export function init() {
  services.mailer = nodemailer.createTransport({});
  services.inner.logger = winston.createLogger({});
}
services.inner = { logger: null };

export class Holder {
  static logger: any;
  static start() {
    Holder.logger = winston.createLogger({});
  }
}

export const state: { logger: winston.Logger | null } = (globalThis as any).state ?? { logger: null };

export const others: any = {};
export function fill(into: any) {
  into.mailer = { sendMail: (_text: unknown) => undefined };
}
