/** 隐私：device ids and their keys, how long things are kept, erasure. */
package org.signalup.web.internal.privacy;
