/** The tables of the chain. */
package org.jutong.audit.internal.store;
