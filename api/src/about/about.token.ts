/** What `GET /about` answers; given from outside, since only the start knows whether there is a demo. */
export const ABOUT = Symbol('about');
