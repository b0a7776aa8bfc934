//! A line for each way to write an id.

tl_runtime::tl! {
    short #ab4a819 = Few;
    zero #0ab4a818 = Few;
    hex #0x2ab4a819 = Few;
    hexZero #0x0ab4a81a = Few;
    exponent #10e6bd2c = Few;
    noExponent #0x3eadb1bb = Few;
    binary #0x0b000001 = Few;
    word #facefeed = Few;
    "text#b0b = Few;"
    small = Few;
    number value:int = Few;
}
