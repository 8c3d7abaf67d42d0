/**
 * 隐私：takes away what was kept long enough, and a device that somebody asks to have erased, wherever a platform has it; keeps a record
 * of both.
 */
package org.signalup.privacy;
