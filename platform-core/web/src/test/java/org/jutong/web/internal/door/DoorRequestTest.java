package org.jutong.web.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

class DoorRequestTest {

    @Test
    void letsABodyOfTheCapThrough() throws IOException {
        assertThat(capped(10, 10).getInputStream().readAllBytes()).hasSize(10);
    }

    @Test
    void stopsReadingAtTheFirstByteTooMany() throws IOException {
        InputStream byChunk = capped(11, 10).getInputStream();
        assertThatThrownBy(byChunk::readAllBytes).isInstanceOf(BodyTooLarge.class);

        InputStream byByte = capped(11, 10).getInputStream();
        for (int i = 0; i < 10; i++) {
            assertThat(byByte.read()).isNotNegative();
        }
        assertThatThrownBy(byByte::read).isInstanceOf(BodyTooLarge.class);
    }

    private static DoorRequest capped(int size, long cap) {
        ServletInputStream body = stream(new byte[size]);
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                DoorRequestTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getInputStream") ? body : null);
        return new DoorRequest(request, new TrustedProxies.Sender("192.0.2.7", false), cap);
    }

    private static ServletInputStream stream(byte[] content) {
        ByteArrayInputStream in = new ByteArrayInputStream(content);
        return new ServletInputStream() {
            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return in.read(bytes, offset, length);
            }

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
