"The method: encoder, mapper, decoder, captioner"
