// Spans of OpenTelemetry are logs, wherever they come from: a tracer, the active one, a parameter of the written type.
import * as opentelemetry from '@opentelemetry/api';
import { trace, type Span } from '@opentelemetry/api';
import { getItem } from '@acme/client';

const tracer = trace.getTracer('items');

async function traced<T>(run: (span: Span) => Promise<T>): Promise<T> {
  return opentelemetry.trace.getTracer('x').startActiveSpan('run', {}, async (span) => {
    const result = await run(span);
    span.end();
    return result;
  });
}

export async function main() {
  await traced(async (span) => {
    const item = await getItem(1); // expect: call getItem ; reach: contained
    span.setAttribute('title', item.title); // sink: log
  });
  const shown = tracer.startSpan('shown');
  const other = await getItem(2); // expect: call getItem ; reach: contained
  shown.setAttributes({ title: other.title }).end(); // sink: log
  const last = await getItem(3); // expect: call getItem ; reach: contained
  trace.getActiveSpan()?.addEvent(last.title); // sink: log
  const given = await getItem(4); // expect: call getItem ; reach: contained
  report(given.title);
}

function report(title: string, span?: Span) {
  (span ?? opentelemetry.trace.getActiveSpan())?.recordException(new Error(title)); // sink: log
}
void main();
