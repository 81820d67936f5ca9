/** Contexts for tests of single helpers. */
import { RouterContextProvider } from 'react-router';
import {
  type RequestFacts,
  requestContext,
  type Services,
  servicesContext,
} from '../app/server/context.server.ts';

/** A request context with just enough services for cookies and CSRF. */
export function provideForTest(facts: Partial<RequestFacts>): RouterContextProvider {
  const context = new RouterContextProvider();
  const services: Pick<Services, 'csrfKey' | 'env'> = {
    csrfKey: new Uint8Array(32).fill(7),
    env: {
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      DATA_DIR: '',
      ZEEBE_ADDRESS: '',
      SANDBOX_URL: '',
      PUBLIC_URL: 'http://portal.test',
    },
  };
  context.set(servicesContext, services as Services);
  context.set(requestContext, {
    nonce: 'n',
    correlationId: 'C',
    clientAddress: '127.0.0.1',
    https: false,
    ...facts,
    setCookies: [],
  });
  return context;
}
