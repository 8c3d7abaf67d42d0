/** The rules of the house as tests: who may import whom, how long a method may be, that documents say what is true. */
package org.signalup.cli.house;
