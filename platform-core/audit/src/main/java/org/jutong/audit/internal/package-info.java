/** The writer of the chain, its signed heads, its archive, and its verification. */
package org.jutong.audit.internal;
