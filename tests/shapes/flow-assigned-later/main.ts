// What is called is a member that was written into an object, or a class, after that was made, or that its type names.
import { getItem } from '@acme/client';
import { fill, Holder, init, others, services, state } from './services';

init();
Holder.start();
fill(others);

export async function mailed() {
  services.mailer.sendMail({ text: await getItem(1) }); // expect: call getItem ; reach: renders ; sink: message email ; proven: message email
}
export async function logged() {
  services.inner.logger.info(await getItem(2)); // expect: call getItem ; reach: contained ; sink: log ; proven: log
}
export async function held() {
  Holder.logger.info(await getItem(3)); // expect: call getItem ; reach: contained ; sink: log ; proven: log
}
export async function typed() {
  state.logger!.log('info', await getItem(4)); // expect: call getItem ; reach: contained ; sink: log ; proven: log
}
export async function other() {
  others.mailer.sendMail(await getItem(5)); // expect: call getItem ; reach: contained
}
void Promise.all([mailed(), logged(), held(), typed(), other()]);
