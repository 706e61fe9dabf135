import fc from 'fast-check';

/** A property that is asked hundreds of times about one fault says no more than a few askings do. */
fc.configureGlobal({ numRuns: 5 });
