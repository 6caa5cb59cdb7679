import NIOCore
import NIOHTTPTypes

/// Closes a connection whose next request does not come whole in time: one that sends a byte now and then is never
/// idle, and a thousand of them would keep everybody else out.
///
/// - Parameters:
///   - head: until the head of a request has come, from the connection's beginning or the answer before.
///   - body: until the rest of it has come; the largest form has to pass a slow phone's line.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let head: TimeAmount
    private let body: TimeAmount
    private var closing: Scheduled<Void>?
    /// Requests whose head has come and whose answer has not gone.
    private var unanswered = 0

    init(head: TimeAmount = .seconds(30), body: TimeAmount = .minutes(5)) {
        self.head = head
        self.body = body
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { close(context, after: head) }
    }

    func channelActive(context: ChannelHandlerContext) {
        close(context, after: head)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            close(context, after: body)
        case .body: break
        case .end where unanswered > 0: closing?.cancel()
        case .end: close(context, after: head)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            unanswered -= 1
            close(context, after: head)
        }
        context.write(data, promise: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        closing?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { closing?.cancel() }

    private func close(_ context: ChannelHandlerContext, after time: TimeAmount) {
        closing?.cancel()
        let channel = context.channel
        closing = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
