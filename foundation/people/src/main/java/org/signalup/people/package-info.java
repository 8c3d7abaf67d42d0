/** Who works together on the programme: organisations, accounts, what each may see and do. */
package org.signalup.people;
